// `pactcheck/node`: the tests of a consumer, a provider and a parser in Node's own test runner.
import { after, test } from 'node:test';
import type { GivenContract } from '../app/contract-of';
import { type ConsumerTestOptions, consumerTests } from './testing/consumer-tests';
import { failedAt, placeOf } from './testing/failed-test';
import { type ProviderTestOptions, providerTests } from './testing/provider-tests';
import { type ReadsContractOptions, readsContract } from './testing/reads-contract';
import type { Runner } from './testing/runner';

export type { ConsumerTestOptions } from './testing/consumer-tests';
export type { Address, ProviderTestOptions } from './testing/provider-tests';
export type { ReadsContractOptions } from './testing/reads-contract';

const runner: Runner = {
  test: (name, body, timeout) => void test(name, { timeout }, (context) => body((reason) => context.skip(reason))),
  afterAll: (body) => after(body),
};

/**
 * Declares a test for each interaction that the pacts have with a provider. They share one verification, which begins with
 * the first of them. One that fails shows its findings as `pactcheck verify` does; one whose state is declined is skipped,
 * with the reason.
 * @throws Failure (usage, nothing tested) where there are no such pacts.
 * @example
 * import { describe } from 'node:test';
 * import { testProvider } from 'pactcheck/node';
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
 * import { describe } from 'node:test';
 * import { testConsumer } from 'pactcheck/node';
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

/**
 * Holds a response parser to a contract: it must read all that the contract allows, and refuse the rest.
 * @param contract a reference, `user-update-resp`, or the contract, or its source.
 * @throws Error with the findings as `pactcheck fuzz` shows them; Failure where the contract cannot be loaded.
 * @example
 * import { test } from 'node:test';
 * import { assertReadsContract } from 'pactcheck/node';
 *
 * test('the parser of the console', async () => {
 *   await assertReadsContract(parseUser, 'user-update-resp', { rejectsWith: ['UnreadableResponse'] });
 * });
 */
export async function assertReadsContract(
  parser: unknown,
  contract: string | GivenContract,
  options?: ReadsContractOptions,
): Promise<void> {
  const place = placeOf(assertReadsContract);
  const { pass, message } = await readsContract(parser, contract, options);
  if (!pass) throw failedAt(place, message());
}
