import {
  type AnySchema,
  type ArraySchema,
  afterEach,
  type BooleanSchema,
  type EnumSchema,
  INTEGER_FORMATS,
  type IntegerFormat,
  type IntegerSchema,
  type Interpreter,
  interpret,
  type JsonValue,
  type MapSchema,
  type NumberSchema,
  type ObjectSchema,
  type Property,
  type Schema,
  type StringSchema,
  stringifyJson,
} from '../../contract';

/** Objects and maps alike: declared members, and what all others are. */
export interface MembersShape {
  readonly family: 'object';
  readonly schema: MapSchema | ObjectSchema;
  readonly properties: readonly Property[];
  readonly additional: Schema | false;
  /** Whether other members are meant to come, as in a map, not only put up with. */
  readonly isMap: boolean;
}

/** Integers and numbers alike. */
export interface NumberShape {
  readonly family: 'number';
  readonly schema: IntegerSchema | NumberSchema;
  readonly isWhole: boolean;
  /** What an integer is bound by beside its limits. */
  readonly format?: IntegerFormat | undefined;
}

/** Schemas by what can be compared with what: numbers with integers, maps with objects. No union, no reference. */
export type Shape =
  | { readonly family: 'any'; readonly schema: AnySchema }
  | { readonly family: 'boolean'; readonly schema: BooleanSchema }
  | { readonly family: 'string'; readonly schema: StringSchema }
  | NumberShape
  | { readonly family: 'enum'; readonly schema: EnumSchema }
  | { readonly family: 'array'; readonly schema: ArraySchema }
  | MembersShape;

/** The name of a family of shapes. */
export type Family = Shape['family'];
/** The shapes of one family. */
export type ShapeOf<F extends Family> = Extract<Shape, { family: F }>;

/** What a schema allows: shapes, and perhaps null. */
export interface Alternatives {
  readonly shapes: readonly Shape[];
  readonly isNullable: boolean;
  /** Whether a value must be of exactly one of them. */
  readonly mode: 'any' | 'one';
  /** The member that tells which one it is. */
  readonly discriminator: string | undefined;
  /** What cannot be said of them, as keywords with a digest. */
  readonly unsaid: readonly string[];
  /** Whether other branches hide what is allowed: nothing fits them, or they exclude what any value would be. */
  readonly isHidden: boolean;
}

const NOTHING: Alternatives = {
  shapes: [],
  isNullable: false,
  mode: 'any',
  discriminator: undefined,
  unsaid: [],
  isHidden: false,
};

const just = (shape: Shape): Alternatives => ({ ...NOTHING, shapes: [shape] });

function valuesOf(values: readonly JsonValue[]): Alternatives {
  const others = values.filter((value) => value !== null);
  const isNullable = others.length < values.length;
  if (others.length === 0) return { ...NOTHING, isNullable };
  return { ...just({ family: 'enum', schema: { kind: 'enum', values: others } }), isNullable };
}

const listed = (shape: Shape): readonly JsonValue[] => (shape.family === 'enum' ? shape.schema.values : []);

/** The values of several enums of a union are one list; where anything is allowed, all else adds nothing. */
function merged(all: readonly Alternatives[], mode: 'any' | 'one', discriminator: string | undefined): Alternatives {
  const every = all.flatMap((inner) => inner.shapes);
  const withNull = all.filter((inner) => inner.isNullable).length;
  // Of `oneOf` exactly one branch may fit, null as any other value.
  const isNullable = mode === 'one' ? withNull === 1 : withNull > 0;
  const unsaid = [...new Set(all.flatMap((inner) => inner.unsaid))];
  const hasImpossible = all.some((inner) => inner.isHidden || fitsNothing(inner));
  const anys = every.filter(({ family }) => family === 'any');
  if (mode === 'one' && anys.length > 1) return { ...NOTHING, unsaid, isHidden: true };
  const [any] = anys;
  const isHidden = hasImpossible || (mode === 'one' && any !== undefined && all.length > 1);
  if (any !== undefined) return { ...just(any), isNullable, unsaid, isHidden };
  const rest = every.filter(({ family }) => family !== 'enum');
  const shapes = [...rest, ...valuesOf(every.flatMap(listed)).shapes];
  return { shapes, isNullable, mode, discriminator, unsaid, isHidden };
}

const reader = (follow: (schema: Schema) => Schema | undefined): Interpreter<Alternatives> => ({
  any: (schema) => ({ ...just({ family: 'any', schema }), isNullable: true }),
  null: () => ({ ...NOTHING, isNullable: true }),
  boolean: (schema) => just({ family: 'boolean', schema }),
  string: (schema) => just({ family: 'string', schema }),
  integer: (schema) =>
    just({ family: 'number', schema, isWhole: true, format: INTEGER_FORMATS.get(schema.format ?? '') }),
  number: (schema) => just({ family: 'number', schema, isWhole: Number.isInteger(schema.multipleOf) }),
  enum: ({ values }) => valuesOf(values),
  array: (schema) => just({ family: 'array', schema }),
  map: (schema) => just({ family: 'object', schema, properties: [], additional: schema.values, isMap: true }),
  object: (schema) => {
    const { properties, additional } = schema;
    return just({ family: 'object', schema, properties, additional, isMap: false });
  },
  union: ({ branches, mode, discriminator }, recur) => merged(branches.map(recur), mode, discriminator?.property),
  reference: (schema, recur) => {
    const target = follow(schema);
    return target === undefined ? NOTHING : recur(target);
  },
});

/** Whether no value fits. */
export const fitsNothing = ({ shapes, isNullable }: Alternatives): boolean => shapes.length === 0 && !isNullable;

function withUnsaid({ unsaid }: Schema, alternatives: Alternatives): Alternatives {
  if (unsaid === undefined) return alternatives;
  return { ...alternatives, unsaid: [...new Set([...alternatives.unsaid, ...unsaid.split(', ')])].sort() };
}

/**
 * What a schema allows. A reference that is met again on the way adds nothing.
 * @param resolve gives what a reference stands for.
 */
export function alternativesOf(
  schema: Schema,
  resolve: (schema: Schema) => Schema,
  isPossible: (schema: Schema) => boolean,
): Alternatives {
  const entered = new Set<Schema>();
  const follow = (reference: Schema): Schema | undefined => {
    const target = resolve(reference);
    if (entered.has(target)) return undefined;
    entered.add(target);
    return target;
  };
  const noting = afterEach(reader(follow), (inner, alternatives) => withUnsaid(inner, kept(inner, alternatives)));
  // Of what no value fits there are no shapes, whatever it is called.
  function kept(inner: Schema, alternatives: Alternatives): Alternatives {
    return alternatives.shapes.length > 0 && !isPossible(inner)
      ? { ...NOTHING, unsaid: alternatives.unsaid }
      : alternatives;
  }
  return interpret(noting, schema);
}

const NAMES: { readonly [F in Family]: (shape: ShapeOf<F>) => string } = {
  any: () => 'any value',
  boolean: () => 'a boolean',
  string: () => 'a string',
  number: ({ isWhole }) => (isWhole ? 'an integer' : 'a number'),
  enum: ({ schema }) => `one of ${schema.values.map(stringifyJson).join(', ')}`,
  array: () => 'an array',
  object: ({ isMap }) => (isMap ? 'a map' : 'an object'),
};

/** A shape as a reader calls it. */
export const nameOf = (shape: Shape): string => (NAMES[shape.family] as (shape: Shape) => string)(shape);

/** The member of one fixed value by which objects of a union are told apart. */
function tagOf({ properties }: MembersShape): string | undefined {
  for (const { name, schema } of properties)
    if (schema.kind === 'enum' && schema.values.length === 1)
      return `whose ${name} is ${stringifyJson(schema.values[0] as JsonValue)}`;
  return undefined;
}

/** Members of an object that its name lists where nothing else tells it. */
const LISTED = 4;

/** A shape among others of a union: objects by what they are tagged with, or by what they hold. */
export function nameAmong(shape: Shape): string {
  if (shape.family !== 'object' || shape.isMap) return nameOf(shape);
  const names = shape.properties.map(({ name }) => name);
  const held = names.length > LISTED ? [...names.slice(0, LISTED), '…'] : names;
  const told = tagOf(shape) ?? (held.length > 0 ? `with ${held.join(', ')}` : '');
  return `${nameOf(shape)} ${told}`.trimEnd();
}

/** All that a union allows, its objects told apart. */
export const nameOfUnion = ({ shapes, isNullable }: Alternatives): string =>
  [...shapes.map(nameAmong), ...(isNullable ? ['null'] : [])].join(' or ');

/** All that is allowed, as a reader calls it. */
export const nameOfAll = ({ shapes, isNullable }: Alternatives): string =>
  [...shapes.map(nameOf), ...(isNullable && shapes[0]?.family !== 'any' ? ['null'] : [])].join(' or ') || 'nothing';
