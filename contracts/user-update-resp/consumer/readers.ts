import { isJsonObject, type JsonValue, type WireNames } from 'pactcheck';
import { readDateTime } from './date-time';
import { UnreadableResponse } from './unreadable-response';
import { wireName } from './wire-name';

/** Where a reader is: for messages, and for the names that the wire has. */
export interface Place {
  readonly pointer: string;
  readonly wireNames: WireNames;
}

/** Takes a value of the wire, and gives what the program works with. */
export type Reader<T> = (value: JsonValue, place: Place) => T;

const refuse = (place: Place, expected: string): never => {
  throw new UnreadableResponse(place.pointer, expected);
};

/** A segment of a JSON pointer, as RFC 6901 escapes it. */
const escaped = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');

const inside = (place: Place, segment: string | number): Place => ({
  ...place,
  pointer: `${place.pointer}/${escaped(String(segment))}`,
});

interface TextLimits {
  /** In Unicode code points. */
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
}

/** A text within limits. */
export const text =
  ({ min = 0, max = Number.POSITIVE_INFINITY, pattern = /^/ }: TextLimits = {}): Reader<string> =>
  (value, place) => {
    if (typeof value !== 'string') return refuse(place, 'a text');
    const length = value.length > max || value.length <= min * 2 ? Array.from(value).length : value.length;
    if (length < min || length > max) return refuse(place, `${min} to ${max} characters`);
    return pattern.test(value) ? value : refuse(place, `a text like ${pattern.source}`);
  };

/** One of these texts. */
export const oneOf =
  <const T extends string>(...texts: readonly T[]): Reader<T> =>
  (value, place) =>
    texts.find((candidate) => candidate === value) ?? refuse(place, `one of ${texts.join(', ')}`);

/** A boolean. */
export const flag: Reader<boolean> = (value, place) =>
  typeof value === 'boolean' ? value : refuse(place, 'a boolean');

const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 63n - 1n;

/**
 * An int64, exact: `parseJson` gives what a double cannot hold as a bigint, and here every value becomes one, so that
 * the program never meets both.
 */
export const int64: Reader<bigint> = (value, place) => {
  const isInteger = typeof value === 'bigint' || Number.isInteger(value);
  const exact = isInteger ? BigInt(value as bigint | number) : refuse(place, 'an integer');
  return exact >= LOWEST && exact <= HIGHEST ? exact : refuse(place, 'an integer of 64 bits');
};

/** An integer of any size: a number, or a bigint where a number cannot hold it. */
export const integer: Reader<number | bigint> = (value, place) =>
  typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))
    ? value
    : refuse(place, 'an integer');

/** A moment. */
export const dateTime: Reader<Date> = (value, place) =>
  (typeof value === 'string' ? readDateTime(value) : undefined) ?? refuse(place, 'an RFC 3339 date-time');

/** A list of at most so many items. */
export const list =
  <T>(item: Reader<T>, max = Number.POSITIVE_INFINITY): Reader<T[]> =>
  (value, place) => {
    if (!Array.isArray(value)) return refuse(place, 'a list');
    if (value.length > max) return refuse(place, `at most ${max} items`);
    return value.map((inner: JsonValue, index) => item(inner, inside(place, index)));
  };

/** An object whose names are data: they stay as they are, `__proto__` too. */
export const mapOf =
  <T>(member: Reader<T>): Reader<{ readonly [name: string]: T }> =>
  (value, place) => {
    if (!isJsonObject(value)) return refuse(place, 'an object');
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, member(inner, inside(place, name))]));
  };

/** A member of an object: how to read it, and whether it may be absent. */
export interface Field<T, Optional extends boolean> {
  readonly read: Reader<T>;
  readonly optional: Optional;
}

export const required = <T>(read: Reader<T>): Field<T, false> => ({ read, optional: false });
export const optional = <T>(read: Reader<T>): Field<T, true> => ({ read, optional: true });

/** The declared names of a model, without "and any other". */
type Known<Model> = { [K in keyof Model as string extends K ? never : number extends K ? never : K]: Model[K] };

/** A reader for each member of a model, required and optional as the contract has them: the compiler holds it so. */
export type FieldsOf<Model> = {
  readonly [K in keyof Known<Model>]-?: object extends Pick<Known<Model>, K>
    ? Field<unknown, true>
    : Field<unknown, false>;
};

type Names<Fields, Optional extends boolean> = {
  [K in keyof Fields]: Fields[K] extends Field<unknown, Optional> ? K : never;
}[keyof Fields];
type ValueOf<F> = F extends Field<infer T, boolean> ? T : never;

/** What the readers of the fields give, together. */
export type ObjectOf<Fields> = { readonly [K in Names<Fields, false>]: ValueOf<Fields[K]> } & {
  readonly [K in Names<Fields, true>]?: ValueOf<Fields[K]>;
};

function readField(
  field: Field<unknown, boolean>,
  name: string,
  value: { readonly [name: string]: JsonValue },
  place: Place,
) {
  const onWire = wireName(name, place.wireNames);
  if (Object.hasOwn(value, onWire)) return [[name, field.read(value[onWire] as JsonValue, inside(place, onWire))]];
  return field.optional ? [] : refuse(inside(place, onWire), 'a value, since it is required');
}

/** An object with these members, under their documented names. What else the service sends is left aside. */
export const object =
  <Fields extends { readonly [name: string]: Field<unknown, boolean> }>(fields: Fields): Reader<ObjectOf<Fields>> =>
  (value, place) => {
    if (!isJsonObject(value)) return refuse(place, 'an object');
    const members = Object.entries(fields).flatMap(([name, field]) => readField(field, name, value, place));
    return Object.fromEntries(members) as ObjectOf<Fields>;
  };
