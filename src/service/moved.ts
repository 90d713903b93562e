import { instantOf, type JsonValue, offsetOf } from '../contract';

const SHAPE = /^(\d{4}-\d\d-\d\d)([Tt])(\d\d:\d\d:)(\d\d)(\.\d+)?([Zz]|[-+]\d\d:\d\d)$/;
const SECOND = 1000;

/** An instant in the manner of another text: its zone, its fraction, its case. `undefined` past the year 9999. */
function inMannerOf(text: string, at: number): string | undefined {
  const match = SHAPE.exec(text);
  if (match === null) return undefined;
  const [, , separator, , , fraction = '', zone] = match;
  const local = new Date(at + offsetOf(text));
  const year = local.getUTCFullYear();
  if (Number.isNaN(local.getTime()) || year > 9999 || year < 1) return undefined;
  const [date = '', time = ''] = local.toISOString().split('T');
  return `${date}${separator}${time.slice(0, 8)}${fraction}${zone}`;
}

function laterTime(text: string, earliest: readonly JsonValue[]): string {
  const texts = [text, ...earliest].filter((value) => typeof value === 'string');
  const latest = Math.max(...texts.flatMap((value) => instantOf(value) ?? []));
  return inMannerOf(text, latest + SECOND) ?? inMannerOf(text, latest) ?? text;
}

/**
 * A timestamp after a change: one second past itself and past what it must not precede, in the manner it was written
 * in. There is no clock, so that the same calls give the same answers. What is no timestamp stays.
 */
export function moved(value: JsonValue, earliest: readonly JsonValue[]): JsonValue {
  if (typeof value === 'bigint') return value + BigInt(SECOND);
  if (typeof value === 'number') return value + SECOND;
  if (typeof value !== 'string' || instantOf(value) === undefined) return value;
  return laterTime(value, earliest);
}
