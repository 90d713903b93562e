import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Contract, successfulResponses } from '../../contract';
import { type ReadingOptions, readingFindings } from '../../fuzz';
import { comparePacts, type Interaction, joinPacts, type PactDifference, type Recorded } from '../../pact';
import type { Finding, Result } from '../../result';
import { CONTRACTS_FOLDER } from '../contract-reference';
import { checkResults } from '../pacts/check';
import { pactPlan, type RowsFile } from '../pacts/plan';
import { readRows } from '../pacts/rows-file';

/** The rows that a contract keeps in its folder of the project, where it has some. */
const keptRows = ({ name }: Contract, cwd: string): RowsFile => {
  const folder = resolve(cwd, CONTRACTS_FOLDER, name);
  return existsSync(folder) ? readRows(folder) : {};
};

/** The interactions of a contract, made of the rows that its folder keeps: those in its pact file. */
export const agreedInteractions = (contract: Contract, cwd: string): readonly Interaction[] =>
  pactPlan(contract, keptRows(contract, cwd)).interactions;

/**
 * Lists how what a program holds of an answer differs from the answer: nothing of one without a body, or of one that the
 * service refuses with.
 */
export function heldFindings(
  contract: Contract,
  { operation: id, response: { body } }: Interaction,
  value: unknown,
  options: ReadingOptions,
): Finding[] {
  const main = successfulResponses(contract).find(({ operation }) => operation.id === id);
  return body === undefined || main === undefined ? [] : readingFindings(main.model, body, value, options);
}

/** Interactions of other contracts may lie in the same file: those that are there beside ours are none of our business. */
const isOwn =
  (contract: Contract) =>
  ({ what, interaction = '' }: PactDifference): boolean =>
    what !== 'extra' || contract.operations.some(({ id }) => interaction.startsWith(`${id} `));

/** Compares what Pact wrote of the interactions with the pact files of a folder; gives a failed result for each difference. */
export function pactResults(
  contract: Contract,
  recorded: readonly Recorded[],
  folder: string,
  cwd: string,
): readonly Result[] {
  const differences = comparePacts(resolve(cwd, folder), joinPacts(recorded)).filter(isOwn(contract));
  const interactions = recorded.map(({ interaction }) => interaction);
  const replay = `pactcheck pacts ${contract.name} --check --pacts ${folder}`;
  return checkResults({ interactions, differences, stale: [], folder, replay }).filter(
    ({ status }) => status === 'failed',
  );
}
