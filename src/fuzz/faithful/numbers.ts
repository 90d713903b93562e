import type { JsonValue } from '../../contract';
import { type Compare, differs } from './difference';
import { printed } from './printed';

/** Whether two numbers are the same, though one be a bigint. */
const isSameNumber = (left: number | bigint, right: number | bigint): boolean => {
  if (typeof left === typeof right) return left === right;
  const [plain, big] = typeof left === 'number' ? [left, right as bigint] : [right as number, left];
  return Number.isInteger(plain) && BigInt(plain) === big;
};

/** The number that a program holds: also as the digits of a text, or of an object such as Long or Decimal. */
export function numberOf(got: unknown): number | bigint | undefined {
  if (typeof got === 'number' || typeof got === 'bigint') return got;
  const text = typeof got === 'string' ? got : (printed(got) ?? '');
  if (/^-?\d+$/.test(text)) return BigInt(text);
  return /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : undefined;
}

/** Where the body has no number, as null in a union, nothing but the very same value is that: `Number(null)` is 0. */
const isNumber = (wire: JsonValue): boolean => typeof wire === 'number' || typeof wire === 'bigint';

/** Integers are kept to the digit, in whatever type. */
export const compareInteger: Compare = (wire, got) => {
  if (got === wire) return undefined;
  if (!isNumber(wire)) return differs('wrong-value', wire, got);
  const held = numberOf(got);
  if (held !== undefined && isSameNumber(wire as number | bigint, held)) return undefined;
  const isRounded = held !== undefined && Number(held) === Number(wire);
  const isSaturated = typeof wire === 'bigint' && held !== undefined;
  return differs(isRounded || isSaturated ? 'inexact-integer' : 'wrong-value', wire, got);
};

/** Numbers are kept as exactly as a double holds them. */
export const compareNumber: Compare = (wire, got) => {
  if (got === wire) return undefined;
  if (!isNumber(wire)) return differs('wrong-value', wire, got);
  const held = numberOf(got);
  return held !== undefined && Number(held) === Number(wire) ? undefined : differs('wrong-value', wire, got);
};

/** Numbers of `format: float` may be held in 32 bits: they are kept as exactly as these hold them. */
export const compareFloat: Compare = (wire, got) => {
  const held = isNumber(wire) ? numberOf(got) : undefined;
  const isSame = held !== undefined && Math.fround(Number(held)) === Math.fround(Number(wire));
  return isSame ? undefined : compareNumber(wire, got);
};
