import type { Model, Row } from './model';
import { resolveModel } from './resolve';

/**
 * Tells whether the constraints leave a row's factor one level. Only of a result is that asked: other factors are
 * inputs, and always are what the row says.
 */
export function determinedBy(model: Model): (row: Row, factor: number) => boolean {
  const isResult = model.factors.map(({ result }) => result === true);
  if (!isResult.includes(true)) return () => true;
  const { factors, forbidden } = resolveModel(model);
  const others = (row: Row, factor: number): number =>
    (factors[factor]?.levels ?? []).filter(
      (_, level) =>
        !forbidden.some(
          (terms) =>
            terms.some((term) => term.factor === factor) &&
            terms.every(
              (term) =>
                (!isResult[term.factor] || term.factor === factor) &&
                term.levels.includes(term.factor === factor ? level : (row[term.factor] ?? -1)),
            ),
        ),
    ).length;
  return (row, factor) => isResult[factor] !== true || others(row, factor) === 1;
}
