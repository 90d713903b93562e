import { ContractError } from './contract-error';
import type { JsonValue } from './json';

/** What every schema may carry beside its kind: prose, never judged. */
export interface Annotations {
  readonly description?: string;
  readonly deprecated?: boolean;
  /** Values that the document gives as examples. */
  readonly examples?: readonly JsonValue[];
  /** The document names no type: values of other types than the kind's are allowed too, but never made. */
  readonly openType?: boolean;
  /**
   * What the document says beside this and no schema here can say, in words. It only narrows: what this schema refuses is
   * wrong, what it allows may be wrong too. So values are judged by it, and none are made.
   */
  readonly inexact?: string;
  /** What of the document says it, each as a keyword and a digest: by it, a change of what cannot be said is seen. */
  readonly unsaid?: string;
}

/** A text. */
export interface StringSchema extends Annotations {
  readonly kind: 'string';
  /** In Unicode code points, as JSON Schema counts. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** ECMA-262 source, matched anywhere in the value unless anchored. */
  readonly pattern?: string;
  /** A name of the format table; any other name is an annotation. */
  readonly format?: string;
}

/** The limits of integers and numbers alike. */
export interface NumericLimits extends Annotations {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  /** `int32` and `int64` bound an integer; any other name is an annotation. */
  readonly format?: string;
}

/** A whole number, as JSON Schema has it: `1.0` is one. */
export interface IntegerSchema extends NumericLimits {
  readonly kind: 'integer';
}

/** Any number that JSON can write. */
export interface NumberSchema extends NumericLimits {
  readonly kind: 'number';
}

/** `true` or `false`. */
export interface BooleanSchema extends Annotations {
  readonly kind: 'boolean';
}

/** `null` alone. */
export interface NullSchema extends Annotations {
  readonly kind: 'null';
}

/**
 * One of a list of JSON values, usually strings. A JSON Schema `const` is an enum of one; an enum of none is what no
 * value fits, as a member that may not be there.
 */
export interface EnumSchema extends Annotations {
  readonly kind: 'enum';
  readonly values: readonly JsonValue[];
}

/** A list whose items are all of one schema. */
export interface ArraySchema extends Annotations {
  readonly kind: 'array';
  readonly items: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

/** An object whose keys are data: any key that `keys` allows, every value of one schema. */
export interface MapSchema extends Annotations {
  readonly kind: 'map';
  readonly values: Schema;
  readonly keys?: StringSchema | EnumSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** One declared member of an object. */
export interface Property {
  /** The name on the wire. */
  readonly name: string;
  /** The name in the document, where it differs from the wire. */
  readonly documentedName?: string;
  readonly required: boolean;
  readonly schema: Schema;
  /** Only in responses. */
  readonly readOnly?: boolean;
  /** Only in requests. */
  readonly writeOnly?: boolean;
}

/** An object with declared members, and perhaps others. */
export interface ObjectSchema extends Annotations {
  readonly kind: 'object';
  readonly properties: readonly Property[];
  /** What undeclared members must be; `false` where there may be none. */
  readonly additional: Schema | false;
  readonly keys?: StringSchema | EnumSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** A value of any of the branches (`any`), or of exactly one of them (`one`). Nullable is a union with null. */
export interface UnionSchema extends Annotations {
  readonly kind: 'union';
  readonly mode: 'any' | 'one';
  readonly branches: readonly Schema[];
  /** The member that names the branch; the mapping goes from its value to the index of the branch. */
  readonly discriminator?: { readonly property: string; readonly mapping: Readonly<Record<string, number>> };
}

/** Any JSON value. */
export interface AnySchema extends Annotations {
  readonly kind: 'any';
}

/** A schema defined once under a name, so that models may be shared or recursive. */
export interface ReferenceSchema extends Annotations {
  readonly kind: 'reference';
  readonly name: string;
}

/** The closed set of kinds. */
export type Schema =
  | StringSchema
  | IntegerSchema
  | NumberSchema
  | BooleanSchema
  | NullSchema
  | EnumSchema
  | ArraySchema
  | MapSchema
  | ObjectSchema
  | UnionSchema
  | AnySchema
  | ReferenceSchema;

/** The name of a kind of schema. */
export type Kind = Schema['kind'];
/** The schemas of one kind. */
export type SchemaOf<K extends Kind> = Extract<Schema, { kind: K }>;

/** Schemas by the name that references use. */
export type Definitions = Readonly<Record<string, Schema>>;

/** A schema with all that it refers to: what cases are generated from and bodies validated against. */
export interface Model {
  readonly schema: Schema;
  readonly definitions: Definitions;
}

/**
 * What to do with a schema of each kind. A record with one entry per kind, so that the compiler lists what a
 * new kind still lacks. A reference is the interpreter's own affair: it alone knows whether to follow it.
 */
export type Interpreter<R> = {
  readonly [K in Kind]: (schema: SchemaOf<K>, recur: (inner: Schema) => R) => R;
};

/** Runs an interpreter over a schema. */
export function interpret<R>(interpreter: Interpreter<R>, schema: Schema): R {
  const entry = interpreter[schema.kind] as (schema: Schema, recur: (inner: Schema) => R) => R;
  return entry(schema, (inner) => interpret(interpreter, inner));
}

/** The same interpreter, with what each of its entries gives changed. */
export function afterEach<R>(interpreter: Interpreter<R>, change: (schema: Schema, result: R) => R): Interpreter<R> {
  const changed = Object.entries(interpreter).map(([kind, entry]) => {
    const before = entry as (schema: Schema, recur: (inner: Schema) => R) => R;
    return [kind, (schema: Schema, recur: (inner: Schema) => R) => change(schema, before(schema, recur))] as const;
  });
  return Object.fromEntries(changed) as unknown as Interpreter<R>;
}

/**
 * Follows references until a schema of another kind.
 * @throws ContractError where the name is not defined or the references only lead to each other.
 */
export function resolve(schema: Schema, definitions: Definitions): Exclude<Schema, ReferenceSchema> {
  let here = schema;
  for (const seen = new Set<string>(); here.kind === 'reference'; ) {
    const target: Schema | undefined = Object.hasOwn(definitions, here.name) ? definitions[here.name] : undefined;
    if (target === undefined) throw new ContractError(`the model ${here.name} is not defined`, { where: here.name });
    if (seen.has(here.name))
      throw new ContractError(`the model ${here.name} only refers to itself`, { where: here.name });
    seen.add(here.name);
    here = target;
  }
  return here;
}
