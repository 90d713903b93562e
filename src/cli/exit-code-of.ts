import { endOf, type Run } from '../result';
import { EXIT_CODES } from './exit-codes';

/** Returns the exit code of a run. */
export const exitCodeOf = (run: Pick<Run, 'summary' | 'interrupted'>): number => EXIT_CODES[endOf(run)];
