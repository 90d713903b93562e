import type { Field } from './field';

/** How many columns the array of a field has: Bush's, and one more in triples where the order is even. */
export const columnsOf = (order: number, strength: number): number =>
  order < strength ? strength + 1 : strength === 3 && order % 2 === 0 ? order + 2 : order + 1;

/** A polynomial's value at a point, its constant coefficient first. */
function valueAt({ add, multiply }: Field, coefficients: readonly number[], point: number): number {
  return coefficients.reduceRight((value, coefficient) => add(multiply(value, point), coefficient), 0);
}

/**
 * The rows of an orthogonal array: each combination of the symbols of any `strength` columns stands in one of them
 * (Bush, "Orthogonal arrays of index unity", 1952). A row is a polynomial of a degree below the strength: its value at
 * each element of the field, its leading coefficient, and in triples of a field of even order the one before.
 * @param columns at most `columnsOf` the field's order
 */
export function orthogonalRows(field: Field, strength: number, columns: number): number[][] {
  const { order } = field;
  return Array.from({ length: order ** strength }, (_, number) => {
    const coefficients = Array.from({ length: strength }, (_, at) => Math.floor(number / order ** at) % order);
    const point = (column: number): number => {
      if (order < strength) return column < strength ? (coefficients[column] as number) : sumOf(field, coefficients);
      if (column < order) return valueAt(field, coefficients, column);
      return coefficients[strength - 1 - (column - order)] as number;
    };
    return Array.from({ length: columns }, (_, column) => point(column));
  });
}

const sumOf = ({ add }: Field, coefficients: readonly number[]): number => coefficients.reduce(add, 0);
