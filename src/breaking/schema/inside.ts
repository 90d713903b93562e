import type { JsonValue, Schema } from '../../contract';
import { type Alone, effectOf, type SchemaChange, type SchemaChangeName } from '../rules';
import type { Alternatives } from './shape';

/** One side of a comparison. */
export interface Side {
  /** What a schema is once its references are followed. */
  readonly resolve: (schema: Schema) => Schema;
  readonly allows: (schema: Schema, value: JsonValue) => boolean;
  /** Whether any value fits a schema at all. */
  readonly isPossible: (schema: Schema) => boolean;
  /** The alternatives of schemas that were read before: the same objects each time, so that pairs are known again. */
  readonly alternatives: WeakMap<Schema, Alternatives>;
}

/** What comparing a schema takes beside the two of them. */
export interface Inside {
  /** Whether values go as bare text. */
  readonly isText: boolean;
  readonly before: Side;
  readonly after: Side;
  /** The changes between two schemas within these, their pointers relative. */
  readonly compare: (before: Schema, after: Schema) => readonly SchemaChange[];
}

/** A change at the place that is compared. */
export const changed = (name: SchemaChangeName, before: string, after: string, subject?: string): SchemaChange => ({
  name,
  pointer: '',
  before,
  after,
  origin: {},
  ...(subject === undefined ? {} : { subject }),
});

/** A change with just what changed, as each side has it. */
export const showing = (change: SchemaChange, alone: Alone): SchemaChange => ({ ...change, alone });

/** Changes of a place within, as seen from here. */
export const below = (segment: string, changes: readonly SchemaChange[]): SchemaChange[] =>
  changes.map((change) => ({ ...change, pointer: `/${segment}${change.pointer}` }));

/**
 * Marks what other keywords may hide: what widens where the new side has them, what narrows where the old one has.
 * @param has whether a side has such keywords.
 */
export const unproven = (
  changes: readonly SchemaChange[],
  has: { readonly before: boolean; readonly after: boolean },
): SchemaChange[] =>
  changes.map((change) => {
    const { widens, narrows } = effectOf(change.name);
    return (widens && has.after) || (narrows && has.before) ? { ...change, isUnproven: true } : change;
  });
