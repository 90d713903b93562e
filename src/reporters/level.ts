import type { Level } from '../result';

/** What the formats of others know of a level. */
export type Weight = 'error' | 'warning' | 'note';

/** A level as the formats of others have it: what fails is an error. */
export const WEIGHTS: Readonly<Record<Level, Weight>> = {
  error: 'error',
  breaking: 'error',
  warning: 'warning',
  note: 'note',
  compatible: 'note',
};
