import type { Standing } from '../../fuzz';
import type { Finding, Run } from '../../result';
import { dayOf } from '../diff/ignore-file';
import { Baseline } from './baseline';
import { requireCountable, withCodeCoverage } from './cover/cover-run';
import { endPrepared, fuzzRun, type Prepared, prepareFuzz, type Surroundings } from './fuzz-run';
import type { BaselineWords, ParserWords, RunWords } from './words';

/** A parser, how much it is fed, and what is known of it. */
export interface FuzzAsked {
  readonly parser: ParserWords;
  readonly run: RunWords;
  readonly baseline: BaselineWords;
  /** Counts what is reached of the parser's code. */
  readonly covers?: boolean | undefined;
  /** Says what the parser makes of the contract as it may be tomorrow. */
  readonly looksAhead?: boolean | undefined;
}

/** Where it takes place, and who hears of it. */
export interface FuzzAround extends Surroundings {
  readonly onProgress?: ((standing: Standing, isKnown: (finding: Finding) => boolean) => void) | undefined;
  /** Told of each finding that is not known, when it is new. */
  readonly onFound?: ((finding: Finding) => void) | undefined;
  /** Told when it begins to look at tomorrow's contract. */
  readonly onLookAhead?: (() => void) | undefined;
  readonly onNotice?: ((sentence: string) => void) | undefined;
  /** Told while code is counted: 0 at its beginning. */
  readonly onCounted?: ((cases: number) => void) | undefined;
}

/** A run in which what is known fails nothing, and what it was prepared from. */
export interface Fuzzed {
  readonly run: Run;
  readonly prepared: Prepared;
}

const nobody = (): void => undefined;

/**
 * Fuzzes a parser, and holds what is found against what is known of it.
 * @throws Failure (usage, environment) where something that it needs is not there, or wrong.
 */
export async function fuzzWithBaseline(asked: FuzzAsked, around: FuzzAround): Promise<Fuzzed> {
  const { cwd, env, signal, onProgress = nobody, onNotice = nobody, onCounted = nobody } = around;
  const known = new Baseline(asked.baseline, { cwd, today: dayOf(env) });
  if (asked.covers === true) requireCountable(asked.parser, asked.run);
  const prepared = await prepareFuzz(asked.parser, asked.run, around);
  const watched = {
    cwd,
    onNotice,
    onProgress: (now: Standing) => onProgress(now, known.knows),
    onFound: (finding: Finding) => void (known.knows(finding) || around.onFound?.(finding)),
  };
  const fuzzed = await fuzzRun(prepared, asked.parser, asked.run, watched).finally(() => endPrepared(prepared));
  const covers = asked.covers === true && !signal.aborted;
  const covered = covers ? await withCodeCoverage(fuzzed, asked.parser, prepared.options, { cwd, onCounted }) : fuzzed;
  const looksAhead = asked.looksAhead === true && !signal.aborted && asked.run.replay === undefined;
  const found = looksAhead ? await ahead(covered, prepared, around) : covered;
  // What was not done to its end says so in a warning.
  const isWhole = asked.run.replay === undefined && found.shard === undefined && fuzzed.warnings === undefined;
  await known.update(found, onNotice);
  return { run: known.applied(found, isWhole), prepared };
}

/** The run with what the parser makes of tomorrow's contract; the rules of a diff are loaded for that alone. */
function ahead(run: Run, { contract, options }: Prepared, { onLookAhead }: FuzzAround): Promise<Run> {
  onLookAhead?.();
  const { withTomorrow } = require('./tomorrow/tomorrow-run') as typeof import('./tomorrow/tomorrow-run');
  return withTomorrow(run, contract, options);
}
