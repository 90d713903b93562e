import { stringifyJson } from '../../contract';
import { type Model, Occurrences, type Row } from '../../covering';
import type { FactorModel, SiteLevel } from './factor';

/** A value of more than so many characters of JSON text is long: once in a file is enough. */
const LONG = 400;

/** So many changes are tried at most: sparing text is no reason to wait. */
const MOST_TRIED = 100;

const lengthOf = ({ level }: SiteLevel): number => (level === 'absent' ? 0 : stringifyJson(level.value).length);

/** By level, the shorter ones of the same coarse class, the shortest first; none of one that is not long. */
function shorterThan(levels: readonly SiteLevel[]): number[][] {
  const all = levels.map((level, index) => ({ index, coarse: level.coarse, length: lengthOf(level) }));
  const sorted = all.toSorted((left, right) => left.length - right.length);
  return all.map((own) =>
    own.length <= LONG
      ? []
      : sorted.flatMap(({ index, coarse, length }) => (coarse === own.coarse && length < own.length ? [index] : [])),
  );
}

/**
 * The rows with long values in as few of them as can be, covering as much as before. The first rows stay as they are.
 */
export function thrifty(
  model: FactorModel,
  covering: Model,
  rows: readonly Row[],
  first: number,
  isPossible: (row: Row) => boolean,
): Row[] {
  if (covering.factors.length === 0) return [...rows];
  const shorter = model.factors.map(({ levels }) => shorterThan(levels));
  const thrift = [...rows];
  const occurrences = new Occurrences(covering, rows);
  let tried = 0;
  for (const [index, row] of rows.entries()) {
    if (index < first) continue;
    for (const [factor, level] of row.entries()) {
      const before = thrift[index] as Row;
      const better = shorter[factor]?.[level]?.find((other) => {
        tried += 1;
        if (tried > MOST_TRIED) return false;
        const changed = before.with(factor, other);
        return occurrences.isSpared(before, changed) && isPossible(changed);
      });
      if (better === undefined) continue;
      const after = before.with(factor, better);
      occurrences.replace(before, after);
      thrift[index] = after;
    }
  }
  return thrift;
}
