import { canonicalJson, type EnumSchema, equalJson, type JsonValue, type Schema, stringifyJson } from '../../contract';
import type { SchemaChange } from '../rules';
import { changed, type Inside, showing } from './inside';
import { nameOf, type Shape, type ShapeOf } from './shape';

const ANY: Schema = { kind: 'any' };

const added =
  (others: readonly JsonValue[]) =>
  (value: JsonValue): SchemaChange => {
    const text = stringifyJson(value);
    const change = { ...changed('enum-value-added', 'not a value of the enum', text, text), hints: [value] };
    return showing(change, { before: without(value, others), after: ANY });
  };

const removed =
  (others: readonly JsonValue[]) =>
  (value: JsonValue): SchemaChange => {
    const text = stringifyJson(value);
    const change = { ...changed('enum-value-removed', text, 'no longer a value of the enum', text), hints: [value] };
    return showing(change, { before: ANY, after: without(value, others) });
  };

/** Of several values that came or went at once, a payload shows one. */
const without = (value: JsonValue, values: readonly JsonValue[]): EnumSchema => ({
  kind: 'enum',
  values: values.filter((other) => !equalJson(other, value)),
});

const haveNothingInCommon = (before: EnumSchema, after: EnumSchema): boolean =>
  !before.values.some((value) => after.values.some((other) => equalJson(value, other)));

const listOf = ({ values }: EnumSchema): string => values.map(stringifyJson).join(', ');

const replaced = (before: EnumSchema, after: EnumSchema): SchemaChange => ({
  ...changed('enum-replaced', listOf(before), listOf(after)),
  hints: [...before.values, ...after.values],
});

/** How a list of values changed; their order means nothing. */
export function compareEnums(before: EnumSchema, after: EnumSchema): SchemaChange[] {
  if (haveNothingInCommon(before, after)) return [replaced(before, after)];
  const [old, now] = [new Set(before.values.map(canonicalJson)), new Set(after.values.map(canonicalJson))];
  const all = [...before.values, ...after.values];
  return [
    ...after.values.filter((value) => !old.has(canonicalJson(value))).map(added(all)),
    ...before.values.filter((value) => !now.has(canonicalJson(value))).map(removed(all)),
  ];
}

/** A shape of few values may have had no other ones than the list. */
const maybe = (change: SchemaChange): SchemaChange => ({ ...change, isUnproven: true });

const isAllOfIt = ({ schema }: ShapeOf<'enum'>, other: Shape): boolean =>
  other.family === 'boolean' && schema.values.includes(true) && schema.values.includes(false);

/** From a list of values to another shape: what of the list is still allowed. */
export function enumToShape(before: ShapeOf<'enum'>, after: Shape, inside: Inside): SchemaChange[] {
  const lost = before.schema.values.filter((value) => !inside.after.allows(after.schema, value));
  if (lost.length === before.schema.values.length) return [changed('type-changed', nameOf(before), nameOf(after))];
  const freed = isAllOfIt(before, after) ? [] : [maybe(changed('became-not-enum', nameOf(before), nameOf(after)))];
  return [...freed, ...lost.map(removed(before.schema.values))];
}

/** From another shape to a list of values: what of the list was allowed before. */
export function shapeToEnum(before: Shape, after: ShapeOf<'enum'>, inside: Inside): SchemaChange[] {
  const fresh = after.schema.values.filter((value) => !inside.before.allows(before.schema, value));
  if (fresh.length === after.schema.values.length) return [changed('type-changed', nameOf(before), nameOf(after))];
  const bound = isAllOfIt(after, before) ? [] : [maybe(changed('became-enum', nameOf(before), nameOf(after)))];
  return [...bound, ...fresh.map(added(after.schema.values))];
}
