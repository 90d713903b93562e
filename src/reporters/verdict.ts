import { isUntested, type Run } from '../result';

/** A run in a word or two. */
export type Verdict = 'PASSED' | 'FAILED' | 'INTERRUPTED' | 'NOTHING WAS TESTED';

/** A run that tested nothing, or was interrupted, has not passed. */
export function verdictOf({ summary, interrupted }: Pick<Run, 'summary' | 'interrupted'>): Verdict {
  if (summary.failed > 0) return 'FAILED';
  if (interrupted) return 'INTERRUPTED';
  return isUntested(summary) ? 'NOTHING WAS TESTED' : 'PASSED';
}
