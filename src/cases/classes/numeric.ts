import {
  equalJson,
  type IntegerSchema,
  type JsonValue,
  type NumberSchema,
  type NumericLimits,
  RawJson,
} from '../../contract';
import { accept, type Making, type Row, reject } from './row';

type NumericSchema = IntegerSchema | NumberSchema;

/** A bigint as a plain number where a double holds it. */
export const integer = (value: bigint): number | bigint =>
  value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;

/** The n-th of the examples that a document gives, of those that its schema allows; `undefined` where there are fewer. */
export function numberExample(schema: NumericSchema, make: Making, n: number): JsonValue | undefined {
  const isNumber = (value: JsonValue): boolean => typeof value === 'number' || typeof value === 'bigint';
  return (schema.examples ?? []).filter((value) => isNumber(value) && make.allows(schema, value))[n];
}

/** A row for one number. */
export const numberRow = (name: string, value: number | bigint): Row =>
  accept(name, [value], (candidate) => equalJson(candidate, value));

/** The lowest and highest value, where the keywords give one. */
export const lowest = (schema: NumericLimits): number | undefined => schema.minimum ?? schema.exclusiveMinimum;
/** The greatest number that a schema allows, or the first one past it. */
export const highest = (schema: NumericLimits): number | undefined => schema.maximum ?? schema.exclusiveMaximum;

/** Around each limit; what is not allowed among the accepted, and allowed among the rejected, falls out. */
export function limitRows(schema: NumericLimits, step: number): Row[] {
  const unit = schema.multipleOf ?? step;
  const [low, high] = [lowest(schema), highest(schema)];
  const up = (from: number): number => Math.ceil(from / unit) * unit;
  const down = (from: number): number => Math.floor(from / unit) * unit;
  return [
    ...(low === undefined ? [] : around('minimum', [up(low), up(low) + unit], [low - step, low], `it is under ${low}`)),
    ...(high === undefined
      ? []
      : around('maximum', [down(high), down(high) - unit], [high + step, high], `it is over ${high}`)),
    ...(schema.multipleOf === undefined
      ? []
      : [reject('not a multiple', [up(low ?? 0) + unit / 2, up(low ?? 0) + 1], `it is not a multiple of ${unit}`)]),
  ];
}

function around(limit: string, inside: number[], outside: number[], reason: string): Row[] {
  const at = inside.slice(0, 1);
  return [
    accept(`at the ${limit}`, inside, (candidate) => at.some((value) => equalJson(candidate, value))),
    reject(`beyond the ${limit}`, outside, reason),
  ];
}

/** `1.0` and `1e3`: the same numbers, as some writers put them. */
export const spelled = (texts: readonly string[]): JsonValue[] => texts.map((text) => new RawJson(text));
