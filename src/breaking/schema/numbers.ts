import { isMultiple, type JsonValue, type Schema } from '../../contract';
import type { SchemaChange } from '../rules';
import { changed, showing, unproven } from './inside';
import { type NumberShape as Numeric, nameOf } from './shape';

/** A bound of a number: infinite where there is none. */
interface Bound {
  readonly value: number | bigint;
  readonly isExclusive: boolean;
  /** The keyword that sets it. */
  readonly told: string;
}

const NO_MINIMUM: Bound = { value: -Infinity, isExclusive: false, told: 'no minimum' };
const NO_MAXIMUM: Bound = { value: Infinity, isExclusive: false, told: 'no maximum' };

/** Of an integer, the least or greatest whole number that a bound leaves. */
function whole({ value, isExclusive, told }: Bound, up: boolean): Bound {
  if (typeof value === 'bigint' || !Number.isFinite(value)) return { value, isExclusive, told };
  const inner = up ? Math.ceil(value) : Math.floor(value);
  const moved = isExclusive && inner === value ? inner + (up ? 1 : -1) : inner;
  return { value: moved, isExclusive: false, told };
}

const bound = (value: number | undefined, isExclusive: boolean, keyword: string): Bound[] =>
  value === undefined ? [] : [{ value, isExclusive, told: `${keyword} ${value}` }];

/** More than another lower bound: it allows less. */
const isAbove = (left: Bound, right: Bound): boolean =>
  left.value > right.value || (left.value === right.value && left.isExclusive && !right.isExclusive);
const isBelow = (left: Bound, right: Bound): boolean =>
  left.value < right.value || (left.value === right.value && left.isExclusive && !right.isExclusive);

function lowest({ schema, isWhole, format }: Numeric): Bound {
  const all = [
    ...bound(schema.minimum, false, 'minimum'),
    ...bound(schema.exclusiveMinimum, true, 'exclusiveMinimum'),
    ...(format === undefined ? [] : [{ value: format.minimum, isExclusive: false, told: `format ${format.name}` }]),
  ].map((each) => (isWhole ? whole(each, true) : each));
  return all.reduce((strictest, each) => (isAbove(each, strictest) ? each : strictest), NO_MINIMUM);
}

function highest({ schema, isWhole, format }: Numeric): Bound {
  const all = [
    ...bound(schema.maximum, false, 'maximum'),
    ...bound(schema.exclusiveMaximum, true, 'exclusiveMaximum'),
    ...(format === undefined ? [] : [{ value: format.maximum, isExclusive: false, told: `format ${format.name}` }]),
  ].map((each) => (isWhole ? whole(each, false) : each));
  return all.reduce((strictest, each) => (isBelow(each, strictest) ? each : strictest), NO_MAXIMUM);
}

/** What one bound alone allows; one of a format is left to the format. */
function aloneOf({ value, isExclusive }: Bound, side: 'min' | 'max'): Schema {
  if (typeof value === 'bigint') return { kind: 'integer', format: 'int64' };
  if (!Number.isFinite(value)) return { kind: 'number' };
  return { kind: 'number', [isExclusive ? `exclusive${side === 'min' ? 'Min' : 'Max'}imum` : `${side}imum`]: value };
}

interface Ends {
  readonly low: Bound;
  readonly high: Bound;
}

/** What moves only because of another format is told as the format's change. */
const isOfFormat = ({ told }: Bound): boolean => told.startsWith('format') || told.startsWith('no ');

function compareEnds(before: Ends, after: Ends): { ends: SchemaChange[]; wider: boolean; narrower: boolean } {
  const ends: SchemaChange[] = [];
  let [wider, narrower] = [false, false];
  const note = (old: Bound, now: Bound, side: 'min' | 'max', moreIsLess: typeof isAbove): void => {
    const [narrows, widens] = [moreIsLess(now, old), moreIsLess(old, now)];
    if (!narrows && !widens) return;
    if (isOfFormat(old) && isOfFormat(now)) {
      [wider, narrower] = [wider || widens, narrower || narrows];
      return;
    }
    const up = (side === 'max') === widens;
    const change = changed(`${side}-${up ? 'increased' : 'decreased'}`, old.told, now.told);
    ends.push(showing(change, { before: aloneOf(old, side), after: aloneOf(now, side) }));
  };
  note(before.low, after.low, 'min', isAbove);
  note(before.high, after.high, 'max', isBelow);
  return { ends, wider, narrower };
}

function compareFormat(before: Numeric, after: Numeric, wider: boolean, narrower: boolean): SchemaChange[] {
  const told = ({ schema }: Numeric): string => (schema.format === undefined ? 'no format' : `format ${schema.format}`);
  if (wider && narrower) return [changed('format-changed', told(before), told(after))];
  if (wider) return [changed('format-generalized', told(before), told(after))];
  return narrower ? [changed('format-specialized', told(before), told(after))] : [];
}

function compareMultiples(before: number | undefined, after: number | undefined): SchemaChange[] {
  if (before === after) return [];
  const told = (of: number | undefined): string => (of === undefined ? 'no multipleOf' : `multipleOf ${of}`);
  const wider = after === undefined || (before !== undefined && isMultiple(before, after));
  const narrower = before === undefined || (after !== undefined && isMultiple(after, before));
  const name = wider ? 'multiple-of-generalized' : narrower ? 'multiple-of-specialized' : 'multiple-of-changed';
  // Not every multiple of 5 is one of 10: but the plainest ones are.
  const hints = [before, after].flatMap((step) => (step === undefined ? [1] : [step]));
  return [{ ...changed(name, told(before), told(after)), hints }];
}

/** Between integers and numbers. */
function compareWhole(before: Numeric, after: Numeric): SchemaChange[] {
  if (before.isWhole === after.isWhole) return [];
  return [changed(before.isWhole ? 'type-generalized' : 'type-specialized', nameOf(before), nameOf(after))];
}

/** Whole steps around the ends of both: what is beyond one of them is hard to come upon by chance. */
function around(ends: readonly Bound[], step = 1): JsonValue[] {
  const finite = ends.map(({ value }) => value).filter((value) => typeof value === 'bigint' || Number.isFinite(value));
  if (!Number.isInteger(step)) return [];
  return finite.flatMap((value) => {
    const steps = BigInt(typeof value === 'bigint' ? value : Math.trunc(value)) / BigInt(step);
    return [-1n, 1n, 2n].map((more) => exact((steps + more) * BigInt(step)));
  });
}

const exact = (value: bigint): JsonValue => (Number.isSafeInteger(Number(value)) ? Number(value) : value);

/** How a number changed. Limits are compared by what they leave: `minimum: 0.5` of an integer is `minimum: 1`. */
export function compareNumbers(before: Numeric, after: Numeric): SchemaChange[] {
  const ends = (shape: Numeric): Ends => ({ low: lowest(shape), high: highest(shape) });
  const compared = compareEnds(ends(before), ends(after));
  const all = [before, after].flatMap(ends).flatMap(({ low, high }) => [low, high]);
  const hints = [before, after].flatMap(({ schema }) => around(all, schema.multipleOf));
  const hinted = (changes: readonly SchemaChange[]): SchemaChange[] => changes.map((change) => ({ ...change, hints }));
  const isStepped = ({ schema }: Numeric): boolean => schema.multipleOf !== undefined;
  return [
    ...compareWhole(before, after),
    ...hinted(compareFormat(before, after, compared.wider, compared.narrower)),
    ...unproven(hinted(compared.ends), { before: isStepped(before), after: isStepped(after) }),
    ...compareMultiples(before.schema.multipleOf, after.schema.multipleOf),
  ];
}
