import type { JsonValue, Schema } from '../../contract';
import type { CONTRACT_ROWS, SCHEMA_ROWS } from './table';

/** The name of a change of a schema. */
export type SchemaChangeName = keyof typeof SCHEMA_ROWS;

/** The name of a change around the schemas of a contract. */
export type ContractChangeName = keyof typeof CONTRACT_ROWS;

/** The name of any change. */
export type ChangeName = SchemaChangeName | ContractChangeName;

/** One keyword of both sides, without all others. */
export interface Alone {
  readonly before: Schema;
  readonly after: Schema;
}

/** One change, and where. */
export interface Change<Name extends ChangeName = ChangeName> {
  readonly name: Name;
  /** A site: `[]` for any index, `{}` for any key, `|2` for a branch of a union. */
  readonly pointer: string;
  /** What the old contract says there, in words or as JSON text. */
  readonly before: string;
  /** What the new one says. */
  readonly after: string;
  /** The one thing of several that changed, as a value of an enum. */
  readonly subject?: string;
  /** Other keywords may hide it: only a payload shows whether it does what its name says. */
  readonly isUnproven?: true;
  /** Values that may show it, where they are not among the usual ones. */
  readonly hints?: readonly JsonValue[];
  /** The comparison that it was found by: places that share it share their cause. */
  readonly origin?: object;
  /** Just what changed, as each side has it: what of several changes at one place a value shows. */
  readonly alone?: Alone;
}

/** A change of a schema. */
export type SchemaChange = Change<SchemaChangeName>;
