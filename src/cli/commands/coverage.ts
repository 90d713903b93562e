import { resolve } from 'node:path';
import { contractDigest } from '../../app/contract-digest';
import { contractFileOf, folderOf, loadContract } from '../../app/contract-reference';
import { type Measured, measure } from '../../app/coverage/measure';
import { type Observed, observedIn, observedLines, observedResult } from '../../app/coverage/observed';
import { answeredWithoutBody, pactAnswers, withoutBody } from '../../app/coverage/pact-answers';
import { unsendableIn } from '../../app/pacts/request-making';
import { readRows } from '../../app/pacts/rows-file';
import { readRun } from '../../app/report/read-run';
import { bodyBytes, type Contract, WIRE_NAMES, type WireNames } from '../../contract';
import { readPacts } from '../../provider';
import { Failure, oneLine, type Result, type Run, resultOf, runOf } from '../../result';
import { oneOf, wholeNumber } from '../arguments';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { coverageLines } from '../coverage/lines';
import { type Thresholds, thresholdResults, thresholds } from '../coverage/thresholds';
import { tellerOf } from '../warnings';

/** Combinations of more sites than that are beyond what can be counted of a response. */
const MOST_STRENGTH = 3;

function strengthOf(options: Options): number {
  const strength = options['strength'] as number;
  if (strength <= MOST_STRENGTH) return strength;
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

function measured(whole: Contract, context: Context, options: Options, reference: string): [Measured, Result[]] {
  const folder = options['pacts'] as string;
  const strength = strengthOf(options);
  const pacts = readPacts(resolve(context.cwd, folder), folder);
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
  const found = measure(contract, seen, { strength, rows: readRows(folderOf(reference, context.cwd)) });
  const limits = (options['failUnder'] as Thresholds | undefined) ?? {};
  const covered = new Set([...seen.map(({ operation }) => operation), ...bodiless]);
  const ids = [...found.answers.flatMap(({ operations }) => operations), ...withoutBody(contract).map(({ id }) => id)];
  return [
    found,
    [
      ...operationResults(ids, covered),
      ...[...unsendable].map(([id, reason]) => skipped(id, `no pact can have it: ${reason}`)),
      ...thresholdResults(limits, found.coverage, contract.name),
    ],
  ];
}

/** What a verification saw, where its run was named. */
function observedBy(
  options: Options,
  { cwd }: Context,
  { coverage }: Measured,
  { name }: Contract,
): Observed | undefined {
  const file = options['observed'] as string | undefined;
  return file === undefined ? undefined : observedIn(readRun(file, cwd), file, coverage, name);
}

const takesStdout = ({ options }: Context): boolean =>
  options.json || options.reporter.some((reporter) => !reporter.includes('=') && reporter !== 'text');

/** `pactcheck coverage`: what a set of pacts covers of a contract, measured from the files. */
export const coverageCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--pacts <dir>', 'the folder of pacts, or one of them, whoever wrote it', 'pacts')
      .option('--observed <run.json>', "what verify recorded of a live service's answers, to be read beside the pacts")
      .option('--strength <t>', 'combinations of the classes of so many sites', wholeNumber(1), 2)
      .option('--fail-under <limits>', 'fail where less is covered, in percent: classes=90,pairs=100', thresholds)
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES));
  },
  action: async (context, options, reference = '') => {
    const started = performance.now();
    const wireNames = options['wireNames'] as WireNames | undefined;
    const contract = await loadContract(reference, { cwd: context.cwd, wireNames, tell: tellerOf(context) });
    const [found, results] = measured(contract, context, options, reference);
    const observed = observedBy(options, context, found, contract);
    const lines = [
      ...coverageLines(contract, found, context.colors),
      ...(observed === undefined ? [] : observedLines(observed)),
    ];
    if (!context.options.quiet && !takesStdout(context)) for (const line of lines) context.out(`${oneLine(line)}\n`);
    if (observed !== undefined) results.push(observedResult(observed, contract.name));
    const file = contractFileOf(reference, context.cwd);
    const head = { command: 'coverage', contract: contract.name, ...file, seed: 1 };
    const measuredRun = runOf(head, results, Math.round(performance.now() - started));
    const run = { ...measuredRun, coverage: found.coverage, contractDigest: contractDigest([contract]) };
    return context.finish(withDetails(run, found, observed));
  },
};
