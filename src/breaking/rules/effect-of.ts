import type { SchemaChangeName } from './change';
import type { Effect } from './effect';
import { SCHEMA_ROWS } from './table';

/** Returns what a change of this name does to the payloads that are allowed. */
export const effectOf = (name: SchemaChangeName): Effect => SCHEMA_ROWS[name].effect;
