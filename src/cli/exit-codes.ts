import type { End } from '../app/gate/part';
import type { Run } from '../result';

/** The exit code of everything that a command can come to: the one table of them. */
export const EXIT_CODES = {
  passed: 0,
  findings: 1,
  usage: 2,
  environment: 3,
  'nothing tested': 4,
  SIGHUP: 129,
  SIGINT: 130,
  SIGTERM: 143,
} as const;

/** The code from the first line until a run is complete and its reports are written. */
export const UNPROVEN = EXIT_CODES.environment;

/** The signals that interrupt a run. */
export const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/** One of the signals that interrupt a run. */
export type Signal = (typeof SIGNALS)[number];

/** Returns the exit code of a run; one that was interrupted has proven nothing but what it found. */
export function exitCodeOf({ summary: { passed, failed }, interrupted }: Pick<Run, 'summary' | 'interrupted'>): number {
  if (failed > 0) return EXIT_CODES.findings;
  if (interrupted === true) return UNPROVEN;
  return passed === 0 ? EXIT_CODES['nothing tested'] : EXIT_CODES.passed;
}

/** Returns what an exit code of a command says; one that is none of ours could not be done. */
export const endOf = (exitCode: number): End =>
  (Object.keys(EXIT_CODES) as End[]).find((end) => EXIT_CODES[end] === exitCode) ?? 'environment';
