import type { Run } from '../result';

/** Of a run that was done: 0 passed, 1 findings, 4 nothing was tested. */
export function exitCodeOf(run: Run): number {
  const { passed, failed } = run.summary;
  if (failed > 0) return 1;
  return passed === 0 ? 4 : 0;
}
