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
