import { subsetCount, subsets } from '../subsets';
import type { Field } from './field';
import { orthogonalRows } from './orthogonal';

/**
 * Rows that hold every pair of symbols of any two columns, of any number of columns. As long as there are too few, each
 * column is taken as often as the field has elements, with a last column of zeros; rows of the field's lines that are
 * not constant tell the copies apart (Stevens and Mendelsohn, "New recursive methods for transversal covers", 1999).
 */
export function pairRows(field: Field, columns: number): number[][] {
  const { order } = field;
  const lines = orthogonalRows(field, 2, order + 1);
  const bent = lines.filter((row) => row[order] !== 0);
  let rows = lines;
  for (let count = order + 1; count < columns; count = count * order + 1) {
    const own = count;
    rows = [
      ...rows.map((row) => [...row.flatMap((symbol) => Array.from({ length: order }, () => symbol)), 0]),
      ...bent.map((row) => [...Array.from({ length: own }, () => row.slice(0, order)).flat(), row[order] as number]),
    ];
  }
  return rows.map((row) => row.slice(0, columns));
}

/** How many rows `pairRows` gives. */
export function pairRowCount(order: number, columns: number): number {
  let rows = order * order;
  for (let count = order + 1; count < columns; count = count * order + 1) rows += order * (order - 1);
  return rows;
}

/**
 * The fewest rows that hold every pair of columns of two symbols (Kleitman and Spencer, "Families of k-independent
 * sets", 1973; Katona, 1973): after a row of zeros, the columns are different sets of as many ones, half of the rows.
 */
export function binaryRows(columns: number): number[][] {
  let count = 4;
  while (subsetCount(count - 1, Math.ceil(count / 2)) < columns) count++;
  const ones = subsets(
    Array.from({ length: count - 1 }, (_, row) => row + 1),
    Math.ceil(count / 2),
  );
  const sets = Array.from({ length: columns }, () => new Set(ones.next().value));
  return Array.from({ length: count }, (_, row) => sets.map((set) => (set.has(row) ? 1 : 0)));
}
