import type { Run } from '../../result';
import { dayOf } from '../diff/ignore-file';
import { Baseline } from '../fuzz/baseline';
import type { BaselineWords } from '../fuzz/words';

/** Where a baseline is looked up, and who hears that another run is waited for. */
export interface BaselineAround {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onNotice: (sentence: string) => void;
}

/**
 * Holds what was observed against what is known: only what is new fails.
 * @throws Failure (usage) where the baseline is not as it should be.
 */
export async function withBaseline(
  observe: () => Promise<Run>,
  words: BaselineWords,
  { cwd, env, onNotice }: BaselineAround,
): Promise<Run> {
  const known = new Baseline(words, { cwd, today: dayOf(env) });
  const found = await observe();
  await known.update(found, onNotice);
  return known.applied(found, found.interrupted !== true);
}
