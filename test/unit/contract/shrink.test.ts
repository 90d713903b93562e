import {
  type JsonValue,
  shorterJson,
  shorterLists,
  shrinking,
  smallestOf,
  smallestOfAsync,
} from '../../../src/contract';

const has = (name: string) => (value: JsonValue) => JSON.stringify(value).includes(name);

const WIDE: JsonValue = {
  a: [1, 2, { b: 'needle', c: 3 }],
  ...Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`m${n}`, n])),
};

it('takes away all that is not needed', () => {
  expect(smallestOf(shrinking(WIDE, shorterJson, 1000), has('needle'))).toEqual({ a: [{ b: 'needle' }] });
});

it('finds the same where the answers take their time', async () => {
  const shows = async (value: JsonValue) => has('needle')(value);
  expect(await smallestOfAsync(shrinking(WIDE, shorterJson, 1000), shows)).toEqual({ a: [{ b: 'needle' }] });
});

it('asks no more often than it may, and gives the value itself where nothing smaller shows it', () => {
  let asked = 0;
  const never = (): boolean => {
    asked += 1;
    return false;
  };
  expect(smallestOf(shrinking(WIDE, shorterJson, 7), never)).toBe(WIDE);
  expect(asked).toBe(7);
});

it('shortens a list by the largest parts first', () => {
  expect([...shorterLists([1, 2, 3])]).toEqual([[], [1], [2, 3], [1, 2], [1, 3], [2, 3]]);
});
