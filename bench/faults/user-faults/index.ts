import { PROTOCOL, SECURITY, VALIDATION } from './calls';
import { PROSE, TOGETHER } from './meaning';
import type { Fault } from './planting';
import { UPDATES } from './updates';
import { ENUMS, FORMATS, LIMITS, MISSING, TYPES } from './values';

export type { Fault } from './planting';

/** The defects, each alone. */
export const FAULTS: readonly Fault[] = [
  ...MISSING,
  ...TYPES,
  ...FORMATS,
  ...ENUMS,
  ...LIMITS,
  ...TOGETHER,
  ...PROSE,
  ...UPDATES,
  ...PROTOCOL,
  ...SECURITY,
  ...VALIDATION,
];
