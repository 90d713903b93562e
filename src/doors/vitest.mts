// `pactcheck/vitest`: the tests of a consumer, a provider and a parser in Vitest. It is imported in test files only, and
// is the one module of this package that is ESM, since Vitest cannot be required.
import { afterAll, afterEach, expect, test } from 'vitest';
import type { GivenContract } from '../app/contract-of.js';
import { AwaitedAssertions, followersIn } from './testing/awaited.js';
import { type ConsumerTestOptions, consumerTests } from './testing/consumer-tests.js';
import { placeOf } from './testing/failed-test.js';
import { type ProviderTestOptions, providerTests } from './testing/provider-tests.js';
import { type ReadsContractOptions, readsContract, writtenOf } from './testing/reads-contract.js';
import type { Runner } from './testing/runner.js';

export type { ConsumerTestOptions } from './testing/consumer-tests.js';
export type { Address, ProviderTestOptions } from './testing/provider-tests.js';
export type { ReadsContractOptions } from './testing/reads-contract.js';

const runner: Runner = {
  test: (name, body, limit) => test(name, ({ skip }) => body((reason) => skip(reason)), limit),
  afterAll: (body) => afterAll(body),
};

/**
 * Declares a test for each interaction that the pacts have with a provider. They share one verification, which begins with
 * the first of them. One that fails shows its findings as `pactcheck verify` does; one whose state is declined is skipped,
 * with the reason.
 * @throws Failure (usage, nothing tested) where there are no such pacts.
 * @example
 * import { describe } from 'vitest';
 * import { testProvider } from 'pactcheck/vitest';
 *
 * describe('what the console relies on', () => {
 *   testProvider({ providerBaseUrl: () => service.url, states: { 'a user exists': ({ user }) => users.replaceAll([user]) } });
 * });
 */
export function testProvider(options: ProviderTestOptions): void {
  providerTests(runner, options, placeOf(testProvider));
}

/**
 * Declares a test for each interaction of a contract, which runs it through the consumer's own client on Pact's mock
 * server, and one that compares what Pact wrote with `pacts/`.
 * @throws ContractError where the contract is wrong; Failure (usage) where its `rows.json` is.
 * @example
 * import { describe } from 'vitest';
 * import { testConsumer } from 'pactcheck/vitest';
 * import { read } from './client';
 * import contract from './contract';
 *
 * describe('what the console reads', () => {
 *   testConsumer(contract, { read });
 * });
 */
export function testConsumer(contract: GivenContract, options: ConsumerTestOptions): void {
  consumerTests(runner, contract, options, placeOf(testConsumer));
}

const testNow = (): string | undefined => expect.getState().currentTestName;

/** A matcher that gives the promise that it is called with: to see what `expect` does with one. */
const PROBE = 'pactcheckProbe';

expect.extend({
  [PROBE]: (outcome: Promise<{ pass: boolean; message: () => string }>) => outcome,
  toReadContract: (parser: unknown, contract: string | GivenContract, options?: ReadsContractOptions) =>
    assertions.begin(writtenOf(contract), testNow(), () => readsContract(parser, contract, options)),
});

const { assertionCalls } = expect.getState();
const assertions = new AwaitedAssertions(
  followersIn((outcome) => (expect(outcome) as unknown as Record<typeof PROBE, () => void>)[PROBE]()),
);
expect.setState({ assertionCalls });

afterEach(() => assertions.require(testNow()));
afterAll(() => assertions.require());

/** The matchers that `pactcheck/vitest` adds. */
export interface ContractMatchers {
  /**
   * Holds a response parser to a contract: it must read all that the contract allows, and refuse the rest. Wait for it.
   * @param contract a reference, `user-update-resp`, or the contract, or its source.
   * @throws Failure where the contract or the parser cannot be loaded.
   * @example
   * await expect(parseUser).toReadContract('user-update-resp', { rejectsWith: ['UnreadableResponse'] });
   */
  toReadContract(contract: string | GivenContract, options?: ReadsContractOptions): Promise<void>;
}

declare module 'vitest' {
  interface Matchers<T> extends ContractMatchers {}
}
