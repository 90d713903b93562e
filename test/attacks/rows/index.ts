import type { Table } from '../attack';
import { SERVICES } from './services';
import { WIRE } from './wire';

/** All attacks. */
export const TABLES: readonly Table[] = [WIRE, SERVICES];
