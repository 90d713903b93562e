import { coveringArray, type Model, verifyRows } from '../../../src/covering';
import { type Field, fieldOf, primePower } from '../../../src/covering/construct/field';
import { columnsOf, orthogonalRows } from '../../../src/covering/construct/orthogonal';
import { binaryRows, pairRowCount, pairRows } from '../../../src/covering/construct/pairs';

const ORDERS = [2, 3, 4, 5, 7, 8, 9, 16, 25, 27];

const field = (order: number): Field => fieldOf(order) as Field;

const uniform = (levels: number, count: number, strength: number): Model => ({
  factors: Array.from({ length: count }, (_, factor) => ({
    name: `f${factor}`,
    levels: Array.from({ length: levels }, (_, level) => `l${level}`),
  })),
  goals: [{ strength }],
});

/** How many tuples the rows leave out, by the counter that knows nothing of how they were made. */
function missing(levels: number, strength: number, rows: readonly (readonly number[])[]): number {
  const { feasible, covered } = verifyRows(uniform(levels, rows[0]?.length ?? 0, strength), rows, { missingAtMost: 0 });
  return feasible - covered;
}

describe('a finite field', () => {
  it.each(ORDERS)('of order %i is one: products of its elements other than 0 are all of those', (order) => {
    const { add, multiply } = field(order);
    const elements = Array.from({ length: order }, (_, element) => element);
    for (const one of elements) {
      expect(new Set(elements.map((other) => add(one, other))).size).toBe(order);
      expect(new Set(elements.map((other) => multiply(one, other))).size).toBe(one === 0 ? 1 : order);
      const [two, three] = [(one + 1) % order, (3 * one + 2) % order];
      expect(multiply(one, add(two, three))).toBe(add(multiply(one, two), multiply(one, three)));
    }
  });

  it('is of no order but the power of a prime', () => {
    expect([0, 1, 6, 10, 12, 15, 36, 100].map(primePower)).toEqual(Array(8).fill(undefined));
    expect(fieldOf(6)).toBeUndefined();
  });
});

describe('a construction', () => {
  it.each(ORDERS.slice(0, 7).flatMap((order) => [2, 3].map((strength) => [order, strength] as const)))(
    'over the field of order %i in combinations of %i holds each of them once',
    (order, strength) => {
      const rows = orthogonalRows(field(order), strength, columnsOf(order, strength));
      expect(rows.length).toBe(order ** strength);
      expect(missing(order, strength, rows)).toBe(0);
    },
  );

  it.each([
    [2, 30],
    [3, 13],
    [3, 40],
    [4, 21],
    [5, 20],
  ])('of pairs of %i symbols in %i columns holds all of them', (order, columns) => {
    const rows = pairRows(field(order), columns);
    expect([rows.length, rows[0]?.length]).toEqual([pairRowCount(order, columns), columns]);
    expect(missing(order, 2, rows)).toBe(0);
  });

  it.each([2, 3, 4, 10, 11, 35, 126])('of pairs of two symbols in %i columns holds all of them', (columns) => {
    const rows = binaryRows(columns);
    expect(rows[0]?.length).toBe(columns);
    expect(missing(2, 2, rows)).toBe(0);
  });

  it('that lacks a row is found out', () => {
    expect(missing(5, 3, orthogonalRows(field(5), 3, 6).slice(1))).toBe(20);
  });
});

describe('an array where a construction exists', () => {
  it.each<[levels: number, factors: number, strength: number, rows: number]>([
    [3, 4, 2, 9],
    [4, 5, 2, 16],
    [5, 6, 2, 25],
    [7, 8, 2, 49],
    [9, 10, 2, 81],
    [2, 126, 2, 10],
    [3, 4, 3, 27],
    [4, 6, 3, 64],
    [5, 6, 3, 125],
    [7, 8, 3, 343],
    [4, 5, 4, 256],
  ])('%i^%i in combinations of %i has %i rows', (levels, factors, strength, rows) => {
    expect(coveringArray(uniform(levels, factors, strength)).rows.length).toBe(rows);
  });

  it('uses what holds of it where factors have fewer levels, or a constraint forbids a row', () => {
    const model = uniform(5, 6, 2);
    const fewer = model.factors.map((factor, index) =>
      index < 4 ? factor : { ...factor, levels: ['l0', 'l1', 'l2'] },
    );
    expect(coveringArray({ ...model, factors: fewer }).rows.length).toBe(25);
    const forbidden = [
      [
        [0, [0]],
        [1, [0]],
      ],
    ] as const;
    const array = coveringArray({ ...model, forbidden });
    expect(array.rows.length).toBeLessThanOrEqual(29);
    expect(array.invalidRows).toEqual([]);
  });

  it('keeps the rows that it should, and fills in beside them', () => {
    const keep = [
      [0, 0, 0, 0, 0, 1],
      [0, 0, 0, 0, 1, 1],
    ];
    const { rows } = coveringArray({ ...uniform(5, 6, 2), keep }, { effort: 0.1 });
    expect(rows.slice(0, 2)).toEqual(keep);
  });
});
