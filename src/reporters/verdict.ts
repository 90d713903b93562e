import type { Run } from '../result';

/** A run in a word or two. */
export type Verdict = 'PASSED' | 'FAILED' | 'NOTHING WAS TESTED';

/** A run that tested nothing has not passed. */
export function verdictOf({ summary: { passed, failed } }: Pick<Run, 'summary'>): Verdict {
  if (failed > 0) return 'FAILED';
  return passed === 0 ? 'NOTHING WAS TESTED' : 'PASSED';
}
