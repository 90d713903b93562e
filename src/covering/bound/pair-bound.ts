import { subsetCount } from '../subsets';

/** So much may a sum of fractions be off, which is never taken for a proof. */
const ROUNDING = 1e-9;

/**
 * Whether so many rows may hold every pair of so many columns with two symbols. Exact for two symbols (Kleitman and
 * Spencer, "Families of k-independent sets", 1973); symbols taken together leave pairs covered, so no more columns of
 * more symbols fit.
 */
const mayHoldBinary = (rows: number, columns: number): boolean =>
  columns < 2 || subsetCount(rows - 1, Math.ceil(rows / 2)) >= columns;

/**
 * Whether so many rows may hold every pair of columns with so many symbols. The rows that show a column's two rarest
 * symbols are at most `2 rows / symbols`, and those of any two columns meet in all four ways: Bollobás' inequality
 * holds for them.
 */
function mayHoldRarest(rows: number, sizes: readonly number[]): boolean {
  const shares = sizes.map((size) => {
    const shown = Math.floor((2 * rows) / size);
    return 2 / subsetCount(shown, Math.floor(shown / 2));
  });
  return sizes.length < 2 || shares.reduce((sum, share) => sum + share, 0) <= 1 + ROUNDING;
}

/** Whether so many rows may hold every pair: an orthogonal array of `v²` rows has no more than `v + 1` columns (Bush). */
const mayBeOrthogonal = (rows: number, sizes: readonly number[]): boolean =>
  sizes.every((size) => rows > size ** 2 || sizes.filter((other) => other >= size).length <= size + 1);

/**
 * A number of rows that no array can go below which holds every pair of symbols of any two columns.
 * @param sizes how many symbols each column has
 */
export function pairBound(sizes: readonly number[]): number {
  const varying = sizes.filter((size) => size > 1).sort((left, right) => right - left);
  const [first = 1, second = 1] = varying;
  let rows = first * second;
  while (!(mayHoldBinary(rows, varying.length) && mayHoldRarest(rows, varying) && mayBeOrthogonal(rows, varying)))
    rows++;
  return rows;
}
