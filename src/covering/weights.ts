import type { Model, Row } from './model';
import { Occurrences } from './occurrences';
import { levelOf } from './resolve';
import type { ResolvedModel } from './resolved-model';

/** How often each level of a factor stands in rows, and how often it should, beside the others. */
interface Shares {
  readonly weights: readonly number[];
  readonly counts: number[];
}

const isInvalid = (model: ResolvedModel, row: Row): boolean =>
  row.some((level, factor) => model.factors[factor]?.levels[level]?.invalid === true);

const isForbidden = ({ forbidden }: ResolvedModel, row: Row): boolean =>
  forbidden.some((terms) => terms.every(({ factor, levels }) => levels.includes(row[factor] ?? -1)));

/** The levels that are too seldom, beside one of them, the one that lacks most first. */
function lacking({ weights, counts }: Shares, level: number): number[] {
  const fill = (own: number, more: number): number => ((counts[own] ?? 0) + more) / (weights[own] ?? 1);
  return weights
    .map((_, own) => own)
    .filter((own) => own !== level && fill(own, 1) < fill(level, 0))
    .sort((left, right) => fill(left, 0) - fill(right, 0) || left - right);
}

/**
 * The rows with levels of more weight where nothing is lost by it. Kept rows and those with an invalid level stay as
 * they are, and so do the rows of a model with sub-models, whose ways are few.
 */
export function weighted(model: Model, resolved: ResolvedModel, rows: readonly Row[]): readonly Row[] {
  const weights = model.factors.map(({ levels }) => levels.map((level) => levelOf(level).weight ?? 1));
  const factors = weights.flatMap((own, factor) => (own.some((weight) => weight > 1) ? [factor] : []));
  if (factors.length === 0 || resolved.subModels.length > 0) return rows;
  const valid = rows.filter((row) => !isInvalid(resolved, row));
  const occurrences = new Occurrences({ ...model, keep: [] }, valid);
  const shares = weights.map(
    (own, factor): Shares => ({
      weights: own,
      counts: own.map((_, level) => valid.filter((row) => row[factor] === level).length),
    }),
  );
  return rows.map((row, index) => {
    if (index < resolved.keep.length || isInvalid(resolved, row)) return row;
    return factors.reduce<Row>((before, factor) => {
      const own = shares[factor] as Shares;
      const level = before[factor] as number;
      const better = lacking(own, level).find((other) => {
        const after = before.with(factor, other);
        return !isInvalid(resolved, after) && !isForbidden(resolved, after) && occurrences.isSpared(before, after);
      });
      if (better === undefined) return before;
      const after = before.with(factor, better);
      occurrences.replace(before, after);
      own.counts[level] = (own.counts[level] as number) - 1;
      own.counts[better] = (own.counts[better] as number) + 1;
      return after;
    }, row);
  });
}
