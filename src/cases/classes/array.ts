import { type ArraySchema, canonicalJson, type JsonValue } from '../../contract';
import { plainCount } from './nesting';
import { accept, distinct, type KindClasses, type Making, type Row, reject, withTypical } from './row';
import { wrongTypes } from './wrong-types';

/** The most items that are made to reach or pass a limit. */
const MOST_MADE = 1_000;

const ofLength =
  (holds: (length: number) => boolean) =>
  (value: JsonValue): boolean =>
    Array.isArray(value) && holds(value.length);

const hasDuplicates = (value: JsonValue): boolean =>
  Array.isArray(value) && new Set(value.map(canonicalJson)).size < value.length;

/** An array of exactly so many items, as different as the schema allows; none where there are not so many. */
function arrayOf(schema: ArraySchema, make: Making, length: number): JsonValue[][] {
  if (length < 0 || length > MOST_MADE) return [];
  const items = distinct(make, schema.items, length);
  if (items.length === length) return [items];
  if (schema.uniqueItems === true || items.length === 0) return [];
  return [Array.from({ length }, (_, index) => items[index % items.length] as JsonValue)];
}

function limitRows(schema: ArraySchema, make: Making): Row[] {
  const { minItems = 0, maxItems } = schema;
  const arrays = (length: number): JsonValue[][] => arrayOf(schema, make, length);
  const most =
    maxItems === undefined
      ? []
      : [
          ...(maxItems > 1
            ? [
                accept(
                  'at the maximum',
                  arrays(maxItems),
                  ofLength((length) => length === maxItems),
                ),
              ]
            : []),
          reject('one over the maximum', arrays(maxItems + 1), `it has more than ${maxItems} items`),
        ];
  const least = [
    ...(minItems > 1
      ? [
          accept(
            'at the minimum',
            arrays(minItems),
            ofLength((length) => length === minItems),
          ),
        ]
      : []),
    reject('one under the minimum', arrays(minItems - 1), `it has fewer than ${minItems} items`),
  ];
  return [...most, ...least];
}

function typicalArray(schema: ArraySchema, make: Making, n: number): JsonValue | undefined {
  const { minItems = 0, maxItems = Infinity } = schema;
  const length = Math.min(Math.max(make.isDeep ? 0 : plainCount(schema.items), minItems), maxItems);
  const items = distinct({ ...make, typical: (inner, index) => make.typical(inner, index + n) }, schema.items, length);
  if (items.length >= minItems) return items;
  return minItems <= MOST_MADE ? arrayOf(schema, make, minItems)[0] : undefined;
}

/** Classes of lists: by length, duplicates, and the limits of both. */
export const arrayClasses: KindClasses<ArraySchema> = {
  typical: typicalArray,
  rows: (schema, make) => {
    const typical = [0, 1].flatMap((n) => {
      const value = typicalArray(schema, make, n);
      return value === undefined ? [] : [value];
    });
    const one = make.typical(schema.items, 0);
    const twice = one === undefined ? [] : [Array.from({ length: Math.max(2, schema.minItems ?? 0) }, () => one)];
    return withTypical(typical, [
      accept(
        'empty',
        [[]],
        ofLength((length) => length === 0),
      ),
      accept(
        'one',
        arrayOf(schema, make, 1),
        ofLength((length) => length === 1),
      ),
      ...limitRows(schema, make),
      accept('duplicates', twice, hasDuplicates),
      accept(
        'hundred',
        arrayOf(schema, make, 100),
        ofLength((length) => length >= 100),
      ),
      ...(schema.uniqueItems === true ? [reject('duplicates', twice, 'two items are equal')] : []),
      ...wrongTypes('an array', 'array'),
      ...(one === undefined ? [] : [reject('an item instead', [one], 'it is one item, not an array')]),
    ]);
  },
};
