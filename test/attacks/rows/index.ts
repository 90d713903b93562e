import type { Table } from '../attack';
import { DETERMINISM } from './determinism';
import { DISKS } from './disks';
import { DOCUMENTS } from './documents';
import { ENDINGS } from './endings';
import { KILLED } from './killed';
import { PARSERS } from './parsers';
import { PATHS } from './paths';
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
  DISKS,
  KILLED,
  PATHS,
  DETERMINISM,
];
