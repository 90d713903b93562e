import type { Standing } from '../../fuzz';
import type { Finding, Run } from '../../result';
import { dayOf } from '../diff/ignore-file';
import { Baseline } from './baseline';
import { requireCountable, withCodeCoverage } from './cover/cover-run';
import { fuzzRun, type Prepared, prepareFuzz, type Surroundings } from './fuzz-run';
import type { BaselineWords, ParserWords, RunWords } from './words';

/** A parser, how much it is fed, and what is known of it. */
export interface FuzzAsked {
  readonly parser: ParserWords;
  readonly run: RunWords;
  readonly baseline: BaselineWords;
  /** Counts what is reached of the parser's code. */
  readonly covers?: boolean | undefined;
}

/** Where it takes place, and who hears of it. */
export interface FuzzAround extends Surroundings {
  readonly onProgress?: ((standing: Standing, isKnown: (finding: Finding) => boolean) => void) | undefined;
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
  const prepared = await prepareFuzz(asked.parser, asked.run, around);
  if (asked.covers === true) requireCountable(asked.parser, asked.run);
  const watched = { cwd, onNotice, onProgress: (now: Standing) => onProgress(now, known.knows) };
  const fuzzed = await fuzzRun(prepared, asked.parser, asked.run, watched);
  const covers = asked.covers === true && !signal.aborted;
  const found = covers ? await withCodeCoverage(fuzzed, asked.parser, prepared.options, { cwd, onCounted }) : fuzzed;
  // What was not done to its end says so in a warning.
  const isWhole = asked.run.replay === undefined && found.shard === undefined && fuzzed.warnings === undefined;
  await known.update(found, onNotice);
  return { run: known.applied(found, isWhole), prepared };
}
