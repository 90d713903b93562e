// `pactcheck/jest`: the tests of a consumer, a provider and a parser in Jest. It is imported in test files only.
import type { GivenContract } from '../app/contract-of';
import { AwaitedAssertions, followersIn } from './testing/awaited';
import { type ConsumerTestOptions, consumerTests } from './testing/consumer-tests';
import { failedAt, type Place, placeOf } from './testing/failed-test';
import { type ProviderTestOptions, providerTests } from './testing/provider-tests';
import { type ReadsContractOptions, readsContract, writtenOf } from './testing/reads-contract';
import type { Decline, Runner } from './testing/runner';

export type { ConsumerTestOptions } from './testing/consumer-tests';
export type { Address } from './testing/provider-tests';
export type { ReadsContractOptions } from './testing/reads-contract';

/** What to verify, and what Jest is to do about states that the service declines. */
export interface JestProviderOptions extends ProviderTestOptions {
  /**
   * Jest cannot skip a test that runs already. An interaction whose state is declined fails, unless this is `true`: then
   * it passes, and all of them are listed once as not covered.
   */
  readonly allowDeclined?: boolean | undefined;
}

/** What is used of Jest. */
interface Jest {
  readonly test: (name: string, body: () => Promise<void>, limit: number) => void;
  readonly afterAll: (body: () => void | Promise<void>) => void;
  readonly afterEach: (body: () => void) => void;
  readonly expect: {
    (actual: unknown): object;
    getState(): { readonly currentTestName?: string; readonly assertionCalls?: number };
    setState(state: { readonly assertionCalls: number | undefined }): void;
    extend(matchers: object): void;
  };
}

const globals = require('@jest/globals') as Jest;

/** Fails a test that is declined, at the place where it was declared. */
const failingAt = (place: Place) => (): Decline => (reason) => {
  throw failedAt(
    place,
    `it is not covered: ${reason}\nJest cannot skip a test that runs: with \`allowDeclined: true\` it passes, and is listed as not covered.`,
  );
};

/** Runs tests in Jest. @param declineIn what is done about a test that is declined, by its name. */
const runnerWith = (declineIn: (name: string) => Decline): Runner => ({
  test: (name, body, limit) => globals.test(name, () => body(declineIn(name)), limit),
  afterAll: (body) => globals.afterAll(body),
});

/**
 * Declares a test for each interaction that the pacts have with a provider. They share one verification, which begins with
 * the first of them. One that fails shows its findings as `pactcheck verify` does.
 * @throws Failure (usage, nothing tested) where there are no such pacts.
 * @example
 * import { testProvider } from 'pactcheck/jest';
 *
 * describe('what the console relies on', () => {
 *   testProvider({ providerBaseUrl: () => service.url, states: { 'a user exists': ({ user }) => users.replaceAll([user]) } });
 * });
 */
export function testProvider({ allowDeclined = false, ...options }: JestProviderOptions): void {
  const declined: string[] = [];
  const listing =
    (name: string): Decline =>
    (reason) =>
      void declined.push(`  ${name}: ${reason}`);
  const place = placeOf(testProvider);
  providerTests(runnerWith(allowDeclined ? listing : failingAt(place)), options, place);
  globals.afterAll(() => {
    if (declined.length > 0) console.warn(`not covered, since the service declined the state:\n${declined.join('\n')}`);
  });
}

/**
 * Declares a test for each interaction of a contract, which runs it through the consumer's own client on Pact's mock
 * server, and one that compares what Pact wrote with `pacts/`.
 * @throws ContractError where the contract is wrong; Failure (usage) where its `rows.json` is.
 * @example
 * import { testConsumer } from 'pactcheck/jest';
 * import { read } from './client';
 * import contract from './contract';
 *
 * describe('what the console reads', () => {
 *   testConsumer(contract, { read });
 * });
 */
export function testConsumer(contract: GivenContract, options: ConsumerTestOptions): void {
  const place = placeOf(testConsumer);
  consumerTests(runnerWith(failingAt(place)), contract, options, place);
}

const testNow = (): string | undefined => globals.expect.getState().currentTestName;

/** A matcher that gives the promise that it is called with: to see what `expect` does with one. */
const PROBE = 'pactcheckProbe';

globals.expect.extend({
  [PROBE]: (outcome: unknown) => outcome,
  toReadContract: (parser: unknown, contract: string | GivenContract, options?: ReadsContractOptions) =>
    assertions.begin(writtenOf(contract), testNow(), () => readsContract(parser, contract, options)),
});

const { assertionCalls } = globals.expect.getState();
const assertions = new AwaitedAssertions(
  followersIn((outcome) => (globals.expect(outcome) as unknown as Record<typeof PROBE, () => void>)[PROBE]()),
);
globals.expect.setState({ assertionCalls });

globals.afterEach(() => assertions.require(testNow()));
globals.afterAll(() => assertions.require());

/** The matchers that `pactcheck/jest` adds. */
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

declare global {
  namespace jest {
    interface Matchers<R, T> extends ContractMatchers {}
  }
}

// biome-ignore lint/suspicious/noTsIgnore: it is there only where `expect` is imported of `@jest/globals`.
/** @ts-ignore */
declare module 'expect' {
  interface Matchers<R, T> extends ContractMatchers {}
}
