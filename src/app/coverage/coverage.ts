import { resolve } from 'node:path';
import { bodyBytes, type Contract, type WireNames } from '../../contract';
import { readPacts } from '../../provider';
import { Failure, type Result, type Run, resultOf, runOf } from '../../result';
import { contractDigest } from '../contract-digest';
import { contractFileOf, folderOf, loadContract } from '../contract-reference';
import type { Tell } from '../document-warnings';
import { unsendableIn } from '../pacts/request-making';
import { readRows } from '../pacts/rows-file';
import { readRun } from '../report/read-run';
import { type Measured, measure } from './measure';
import { type Observed, observedIn, observedResult } from './observed';
import { answeredWithoutBody, pactAnswers, withoutBody } from './pact-answers';
import { type Thresholds, thresholdResults } from './thresholds';

/** Pacts, and the contract that they are measured by. */
export interface CoverageOptions {
  /** A contract reference. */
  readonly contract: string;
  /** The folder of pacts, or one of them. */
  readonly pacts: string;
  /** A run of a verification, to be read beside the pacts. */
  readonly observed?: string | undefined;
  /** How many sites are combined. */
  readonly strength: number;
  /** The least shares, in percent. */
  readonly failUnder?: Thresholds | undefined;
  readonly wireNames?: WireNames | undefined;
  readonly cwd: string;
  readonly onWarning?: Tell | undefined;
}

/** Combinations of more sites than that are beyond what can be counted of a response. */
const MOST_STRENGTH = 3;

function requireCountable(strength: number): void {
  if (strength <= MOST_STRENGTH) return;
  throw new Failure(
    'usage',
    `combinations of ${strength} sites are too many to count`,
    `Ask for --strength ${MOST_STRENGTH} at most.`,
  );
}

/** An operation of which there is no answer was not tested; without any answer nothing was. */
function operationResults(ids: readonly string[], seen: ReadonlySet<string>): Result[] {
  const reason = 'no pact has a successful answer of it';
  return ids.map((id) => (seen.has(id) ? resultOf(id, []) : skipped(id, reason)));
}

const skipped = (id: string, reason: string): Result => ({ id, status: 'skipped', findings: [], reason });

/** The run, with what only this command knows: what is left out, what is missing, and what to add. */
const withDetails = (
  run: Run,
  { strength, answers }: Measured,
  observed: Observed | undefined,
): Run & { readonly measured: unknown } => ({
  ...run,
  measured: {
    strength,
    ...(observed === undefined ? {} : { observed }),
    answers: answers.map(({ add, missing, ...answer }) => ({
      ...answer,
      missingCount: missing.length,
      missing: missing.slice(0, 1_000),
      add: add.map(({ testCase, adds }) => ({
        id: testCase.id,
        adds,
        body: bodyBytes(testCase).toString('utf8'),
        classes: testCase.classes,
      })),
    })),
  },
});

function measuredIn(whole: Contract, options: CoverageOptions): [Measured, Result[]] {
  const { contract: reference, pacts: folder, cwd, strength, failUnder = {} } = options;
  requireCountable(strength);
  const pacts = readPacts(resolve(cwd, folder), folder);
  const unsendable = unsendableIn(whole);
  const contract = { ...whole, operations: whole.operations.filter(({ id }) => !unsendable.has(id)) };
  const seen = pactAnswers(contract, pacts);
  const bodiless = answeredWithoutBody(contract, pacts);
  if (seen.length === 0 && bodiless.size === 0)
    throw new Failure(
      'nothing tested',
      `no pact in ${folder} has a successful answer of ${contract.name}`,
      'Write them with `pactcheck pacts`, name another folder with --pacts, or another naming with --wire-names.',
    );
  const found = measure(contract, seen, { strength, rows: readRows(folderOf(reference, cwd)) });
  const covered = new Set([...seen.map(({ operation }) => operation), ...bodiless]);
  const ids = [...found.answers.flatMap(({ operations }) => operations), ...withoutBody(contract).map(({ id }) => id)];
  return [
    found,
    [
      ...operationResults(ids, covered),
      ...[...unsendable].map(([id, reason]) => skipped(id, `no pact can have it: ${reason}`)),
      ...thresholdResults(failUnder, found.coverage, contract.name),
    ],
  ];
}

/** What a verification saw, where its run was named. */
const observedBy = ({ observed: file, cwd }: CoverageOptions, { coverage }: Measured, name: string) =>
  file === undefined ? undefined : observedIn(readRun(file, cwd), file, coverage, name);

/** What was measured of a contract: the run, and what a person reads of it. */
export interface CoverageOutcome {
  readonly run: Run;
  readonly contract: Contract;
  readonly measured: Measured;
  readonly observed: Observed | undefined;
}

/**
 * Measures what a set of pacts covers of a contract.
 * @throws Failure (usage) where the contract, the pacts or the run cannot be read; Failure (nothing tested) where no pact
 * has an answer of it.
 */
export async function coverage(options: CoverageOptions): Promise<CoverageOutcome> {
  const started = performance.now();
  const { contract: reference, cwd, wireNames, onWarning } = options;
  const contract = await loadContract(reference, { cwd, wireNames, tell: onWarning });
  const [found, results] = measuredIn(contract, options);
  const observed = observedBy(options, found, contract.name);
  if (observed !== undefined) results.push(observedResult(observed, contract.name));
  const head = { command: 'coverage', contract: contract.name, ...contractFileOf(reference, cwd), seed: 1 };
  const counted = runOf(head, results, Math.round(performance.now() - started));
  const run = { ...counted, coverage: found.coverage, contractDigest: contractDigest([contract]) };
  return { run: withDetails(run, found, observed), contract, measured: found, observed };
}
