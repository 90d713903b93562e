import type { Table } from '../attack';
import { DOCUMENTS } from './documents';
import { ENDINGS } from './endings';
import { PARSERS } from './parsers';
import { PRINTERS } from './printers';
import { SECRETS } from './secrets';
import { SERVICES } from './services';
import { SIGNALS } from './signals';
import { FUNCTIONS, STATES } from './states';
import { WIRE } from './wire';

/** All attacks. */
export const TABLES: readonly Table[] = [
  WIRE,
  SERVICES,
  PRINTERS,
  DOCUMENTS,
  SECRETS,
  STATES,
  FUNCTIONS,
  PARSERS,
  ENDINGS,
  SIGNALS,
];
