import { type JsonValue, type Kind, keyText, type Schema, type SchemaOf } from '../../contract';

/** A class of values that a parser must take. */
export interface AcceptRow {
  readonly verdict: 'accept';
  readonly name: string;
  /** The class it counts as in pairs: `typical`, `edge`, or itself for a value of an enum and a boolean. */
  readonly coarse: string;
  readonly values: readonly JsonValue[];
  /** Whether a value belongs to the class; never of a class that is a way of writing. */
  readonly holds: (value: JsonValue) => boolean;
  /** A way of writing that is gone once the text is read: it cannot be recognised in a value. */
  readonly isSpelling?: true;
}

/** Values that a parser must refuse. */
export interface RejectRow {
  readonly verdict: 'reject';
  readonly name: string;
  readonly values: readonly JsonValue[];
  /** Why, as a clause: "it is not an integer". */
  readonly reason: string;
}

/** Values of which the documents leave open whether they are allowed. */
export interface EitherRow {
  readonly verdict: 'either';
  readonly name: string;
  readonly values: readonly JsonValue[];
  readonly reason: string;
}

/** A class of the case table: values, and what a reader must do with them. */
export type Row = AcceptRow | RejectRow | EitherRow;

/** An edge class of values that must be read. */
export const accept = (name: string, values: readonly JsonValue[], holds: AcceptRow['holds']): AcceptRow => ({
  verdict: 'accept',
  name,
  coarse: 'edge',
  values,
  holds,
});

/** A class that is a class of its own in pairs too: a value of an enum, a branch of a union. */
export const acceptAsItself = (name: string, values: readonly JsonValue[], holds: AcceptRow['holds']): AcceptRow => ({
  verdict: 'accept',
  name,
  coarse: name,
  values,
  holds,
});

/** Another way of writing values that other rows have. */
export const acceptSpelling = (name: string, values: readonly JsonValue[]): AcceptRow => ({
  verdict: 'accept',
  name,
  coarse: 'edge',
  values,
  holds: () => false,
  isSpelling: true,
});

/** A class of values that must be refused, with the reason. */
export const reject = (name: string, values: readonly JsonValue[], reason: string): RejectRow => ({
  verdict: 'reject',
  name,
  values,
  reason,
});

/** A class of values that the documents leave open, with the reason. */
export const either = (name: string, values: readonly JsonValue[], reason: string): EitherRow => ({
  verdict: 'either',
  name,
  values,
  reason,
});

/** The plain values, and before all else: a value is typical that none of the edge rows holds. */
export const withTypical = (values: readonly JsonValue[], rows: readonly Row[]): Row[] => {
  const edges = rows.filter((row) => row.verdict === 'accept');
  const typical: AcceptRow = {
    verdict: 'accept',
    name: 'typical',
    coarse: 'typical',
    values,
    holds: (value) => !edges.some((edge) => edge.holds(value)),
  };
  return [typical, ...rows];
};

/** What the rows of one schema may ask about the schemas within it. */
export interface Making {
  /** The n-th plain value of a schema; `undefined` where none can be made without entering a model again. */
  readonly typical: (schema: Schema, n: number) => JsonValue | undefined;
  readonly allows: (schema: Schema, value: JsonValue) => boolean;
  /** Whether it is not sure that the value is refused: another answer than `allows` only of what is inexact. */
  readonly mayAllow: (schema: Schema, value: JsonValue) => boolean;
  /** So many models deep that only what is required is made. */
  readonly isDeep: boolean;
  /** The model of a name and how to make values within it; `undefined` where it was entered already. */
  readonly enter: (name: string) => { readonly schema: Schema; readonly make: Making } | undefined;
}

/** What is known of the values of a kind. */
export interface KindClasses<S extends Schema> {
  /** The n-th plain value, different for different n where the schema has so many. */
  readonly typical: (schema: S, make: Making, n: number) => JsonValue | undefined;
  /** Candidates: those that do not fit the schema's limits are left out by the table. */
  readonly rows: (schema: S, make: Making) => readonly Row[];
}

/** One entry per kind. */
export type ClassTable = { readonly [K in Kind]: KindClasses<SchemaOf<K>> };

/** Keys that nothing is said about: one schema for all, so that its texts are made once. */
export const ANY_KEY: Schema = { kind: 'string' };

/** As many different plain values as there are, up to `count`. */
export function distinct(make: Making, schema: Schema, count: number): JsonValue[] {
  const found = new Map<string, JsonValue>();
  for (let n = 0; n < count * 2 + 10 && found.size < count; n += 1) {
    const value = make.typical(schema, n);
    if (value !== undefined) found.set(keyText(value), value);
  }
  return [...found.values()];
}
