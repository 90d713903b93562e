import type { FailureKind } from './failure';
import { isUntested, type Run } from './run';

/** What a piece of work came to: it passed, found something, or could not be done. */
export type End = 'passed' | 'findings' | FailureKind;

/** Returns what a run came to; one that was interrupted has proven nothing but what it found. */
export function endOf({ summary, interrupted }: Pick<Run, 'summary' | 'interrupted'>): End {
  if (summary.failed > 0) return 'findings';
  if (interrupted === true) return 'environment';
  return isUntested(summary) ? 'nothing tested' : 'passed';
}
