import type { JsonValue } from '../../../../contract';
import type { Random } from '../../../../random';
import type { Spot, ValueOperator } from '../operator';
import { httpMutator } from '../publications';

type Items = readonly JsonValue[];

/** A changed list. */
const onList =
  (change: (items: Items, random: Random) => Items | undefined) =>
  ({ value, random }: Spot): JsonValue | undefined =>
    Array.isArray(value) ? change(value as Items, random) : undefined;

const withoutOne = (items: Items, random: Random): Items | undefined =>
  items.length === 0 ? undefined : items.toSpliced(random.below(items.length), 1);

/** Operators on lists. */
export const LISTS: readonly ValueOperator[] = [
  {
    id: 'list-emptied',
    on: 'value',
    does: 'no items',
    follows: httpMutator('EAS'),
    apply: onList((items) => (items.length === 0 ? undefined : [])),
    example: { before: [1, 2], after: [] },
  },
  {
    id: 'list-cut',
    on: 'value',
    does: 'an item less',
    follows: httpMutator('AER'),
    apply: onList(withoutOne),
    example: { before: [1, 2], after: [2] },
  },
  {
    id: 'list-doubled',
    on: 'value',
    does: 'each item twice',
    follows: httpMutator('AEA'),
    apply: onList((items) => (items.length === 0 ? undefined : [...items, ...items])),
    example: { before: [1, 2], after: [1, 2, 1, 2] },
  },
  {
    id: 'list-disordered',
    on: 'value',
    does: 'its items the other way round',
    follows: httpMutator('AEE'),
    apply: onList((items) => (items.length < 2 ? undefined : items.toReversed())),
    example: { before: [1, 2], after: [2, 1] },
  },
];
