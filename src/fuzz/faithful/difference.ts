import type { JsonValue } from '../../contract';

/** How a value is not what the body says. */
export type DifferenceRule =
  | 'lost-field'
  | 'invented-field'
  | 'wrong-value'
  | 'inexact-integer'
  | 'wrong-instant'
  | 'invalid-date'
  | 'unsteady-type'
  | 'unreadable-value';

/** One place at which a parsed value differs from the body. */
export interface Difference {
  readonly rule: DifferenceRule;
  /** From the root of the body; built from the inside out. */
  readonly path: (string | number)[];
  /** What the body has; `undefined` where it has nothing. */
  readonly wire: JsonValue | undefined;
  readonly got: unknown;
}

/** Differences between what the body has and what the parser made of it; `undefined` where there are none. */
export type Compare = (wire: JsonValue, got: unknown) => Difference[] | undefined;

/** A single difference, right here. */
export const differs = (rule: DifferenceRule, wire: JsonValue | undefined, got: unknown): Difference[] => [
  { rule, path: [], wire, got },
];

/** So many differences of one value are enough to tell what is wrong with it: of a large one all may be different. */
const MOST = 200;

/** Puts a segment before the paths of inner differences, and joins them to those found before, as far as they are of use. */
export function joined(
  before: Difference[] | undefined,
  inner: Difference[] | undefined,
  segment: string | number,
): Difference[] | undefined {
  if (inner === undefined || (before !== undefined && before.length >= MOST)) return before;
  for (const { path } of inner) path.unshift(segment);
  return before === undefined ? inner : [...before, ...inner];
}
