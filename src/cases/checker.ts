import {
  afterEach,
  canonicalJson,
  type Definitions,
  INTEGER_FORMATS,
  type Interpreter,
  interpret,
  isExact,
  isJsonObject,
  isMultiple,
  type JsonValue,
  type Kind,
  type Model,
  type NumericLimits,
  parseJson,
  RawJson,
  resolve,
  type Schema,
  STRING_FORMATS,
} from '../contract';
import { codePoints, matcherOf } from './texts';

/** Whether a schema allows a value. */
export type Check = (value: JsonValue) => boolean;

const always: Check = () => true;
const all =
  (checks: readonly Check[]): Check =>
  (value) =>
    checks.every((check) => check(value));

const between = (size: number, minimum = 0, maximum = Infinity): boolean => size >= minimum && size <= maximum;

const isNumeric = (value: JsonValue): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';

const isInteger = (value: JsonValue): boolean => typeof value === 'bigint' || Number.isInteger(value);

/** Bounds compare exactly: JavaScript orders bigints and doubles by their mathematical value. */
function limits(schema: NumericLimits): Check {
  const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  return (value) =>
    isNumeric(value) &&
    value >= minimum &&
    value <= maximum &&
    (exclusiveMinimum === undefined || value > exclusiveMinimum) &&
    (exclusiveMaximum === undefined || value < exclusiveMaximum) &&
    (multipleOf === undefined || isMultiple(value, multipleOf));
}

const formatBounds = (format: string | undefined): Check => {
  const bounds = format === undefined ? undefined : INTEGER_FORMATS.get(format);
  if (bounds === undefined) return always;
  return (value) => isNumeric(value) && value >= bounds.minimum && value <= bounds.maximum;
};

const isUnique = (items: readonly JsonValue[]): boolean => new Set(items.map(canonicalJson)).size === items.length;

/** Follows a reference at the first use, so that recursive models end. */
function deferred(make: () => Check): Check {
  let check: Check | undefined;
  return (value) => {
    check ??= make();
    return check(value);
  };
}

/** The value that a text stands for: rows may hold numbers and strings as they are to be written. */
const read = (value: JsonValue): JsonValue => (value instanceof RawJson ? parseJson(value.text) : value);

/** Scalars may stand in their spelling anywhere in a body. */
const reading =
  (check: Check): Check =>
  (value) =>
    check(read(value));

/** How sure a checker is to be, where a schema is inexact: that a value is allowed, or only that it may be. */
type Certainty = 'surely' | 'maybe';

interface Checking {
  readonly definitions: Definitions;
  readonly certainty: Certainty;
  /** What may be allowed. */
  readonly maybe: (schema: Schema) => Check;
}

/** Exactly one branch: what an inexact one allows, it may refuse. */
function exactlyOne(branches: readonly Schema[], checks: readonly Check[], around: Checking): Check {
  const inexact = branches.map((branch) => !isExact(branch, around.definitions));
  if (!inexact.includes(true)) return (value) => checks.filter((check) => check(value)).length === 1;
  const exact = checks.filter((_, index) => inexact[index] === false);
  if (around.certainty === 'maybe')
    return (value) => checks.some((check) => check(value)) && exact.filter((check) => check(value)).length <= 1;
  const possible = branches.map(around.maybe);
  return (value) => checks.some((check) => check(value)) && possible.filter((check) => check(value)).length === 1;
}

const checkers = (around: Checking, byName: Map<string, Check>): Interpreter<Check> => ({
  string: ({ minLength, maxLength, pattern, format }) => {
    const matches = pattern === undefined ? undefined : matcherOf(pattern);
    const isOfFormat = format === undefined ? undefined : STRING_FORMATS.get(format)?.check;
    return reading(
      (value) =>
        typeof value === 'string' &&
        between(codePoints(value), minLength, maxLength) &&
        (matches === undefined || matches(value)) &&
        (isOfFormat === undefined || isOfFormat(value)),
    );
  },
  integer: (schema) => reading(all([isInteger, limits(schema), formatBounds(schema.format)])),
  number: (schema) => reading(limits(schema)),
  boolean: () => (value) => typeof value === 'boolean',
  null: () => (value) => value === null,
  enum: ({ values }) => {
    const known = new Set(values.map(canonicalJson));
    return reading((value) => known.has(canonicalJson(value)));
  },
  array: ({ items, minItems, maxItems, uniqueItems }, recur) => {
    const item = recur(items);
    return (value) =>
      Array.isArray(value) &&
      between(value.length, minItems, maxItems) &&
      value.every(item) &&
      (uniqueItems !== true || isUnique(value));
  },
  map: ({ values, keys, minProperties, maxProperties }, recur) => {
    const [check, key] = [recur(values), keys === undefined ? always : recur(keys)];
    return (value) => {
      if (!isJsonObject(value)) return false;
      const names = Object.keys(value);
      if (!between(names.length, minProperties, maxProperties)) return false;
      return names.every((name) => key(name) && check(value[name] as JsonValue));
    };
  },
  object: ({ properties, additional, keys, minProperties, maxProperties }, recur) => {
    const declared = new Map(properties.map(({ name, schema }) => [name, recur(schema)]));
    const required = properties.filter((property) => property.required).map(({ name }) => name);
    const rest = additional === false ? () => false : recur(additional);
    const key = keys === undefined ? always : recur(keys);
    return (value) => {
      if (!isJsonObject(value) || !required.every((name) => Object.hasOwn(value, name))) return false;
      const names = Object.keys(value);
      if (!between(names.length, minProperties, maxProperties)) return false;
      return names.every((name) => key(name) && (declared.get(name) ?? rest)(value[name] as JsonValue));
    };
  },
  union: ({ mode, branches }, recur) => {
    const checks = branches.map(recur);
    return mode === 'any' ? (value) => checks.some((check) => check(value)) : exactlyOne(branches, checks, around);
  },
  any: () => always,
  reference: (schema, recur) => {
    const known = byName.get(schema.name);
    if (known !== undefined) return known;
    const check = deferred(() => recur(resolve(schema, around.definitions)));
    byName.set(schema.name, check);
    return check;
  },
});

/** Whether a value is of the type that a kind is about, for schemas that leave the type open. */
const IS_OF_KIND: Partial<Record<Kind, Check>> = {
  object: isJsonObject,
  map: isJsonObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: isNumeric,
};

const withOpenTypes = (interpreter: Interpreter<Check>): Interpreter<Check> =>
  afterEach(interpreter, (schema, check) => {
    const isOfKind = schema.openType === true ? IS_OF_KIND[schema.kind] : undefined;
    return isOfKind === undefined ? check : reading((value) => !isOfKind(value) || check(value));
  });

const never: Check = () => false;

/** Nothing is sure of what is inexact. */
const withoutInexact = (interpreter: Interpreter<Check>): Interpreter<Check> =>
  afterEach(interpreter, (schema, check) => (schema.inexact === undefined ? check : never));

function compiler(around: Checking): (schema: Schema) => Check {
  const plain = withOpenTypes(checkers(around, new Map()));
  const interpreter = around.certainty === 'surely' ? withoutInexact(plain) : plain;
  const compiled = new WeakMap<Schema, Check>();
  return (schema) => {
    const known = compiled.get(schema);
    if (known !== undefined) return known;
    const check = interpret(interpreter, schema);
    const whole = reading(check);
    compiled.set(schema, whole);
    return whole;
  };
}

/** What schemas allow: surely, and perhaps, which differs where a schema is inexact. */
export interface Checker {
  readonly surely: (schema: Schema) => Check;
  readonly maybe: (schema: Schema) => Check;
}

/**
 * Compiles what the schemas of a model allow, to decide which rows of the table fit which schema. The validator is the
 * reference; a law holds the two against each other.
 */
export function checkerOf({ schema, definitions }: Model): Checker {
  const maybe: Checker['maybe'] = compiler({ definitions, certainty: 'maybe', maybe: (inner) => maybe(inner) });
  if (isExact(schema, definitions)) return { surely: maybe, maybe };
  return { surely: compiler({ definitions, certainty: 'surely', maybe }), maybe };
}
