import { WRONG_TOGETHER, WRONG_VALUES } from './answers';
import { INSECURE, MISSPOKEN, UNCHECKED } from './calls';
import type { RosterFault } from './planting';
import { SUBTLE } from './subtle';
import { HALF_REFUSED, WRONG_UPDATES } from './updates';

/** The defects of the roster, each alone. */
export const ROSTER_FAULTS: readonly RosterFault[] = [
  ...WRONG_VALUES,
  ...WRONG_TOGETHER,
  ...WRONG_UPDATES,
  ...HALF_REFUSED,
  ...INSECURE,
  ...UNCHECKED,
  ...MISSPOKEN,
  ...SUBTLE,
];
