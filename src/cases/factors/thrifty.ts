import { stringifyJson } from '../../contract';
import { type Model, type Row, verifyRows } from '../../covering';
import type { FactorModel, SiteLevel } from './factor';

/** A value of more than so many characters of JSON text is long: once in a file is enough. */
const LONG = 400;

/** So many changes are tried at most: sparing text is no reason to wait. */
const MOST_TRIED = 100;

const lengthOf = ({ level }: SiteLevel): number => (level === 'absent' ? 0 : stringifyJson(level.value).length);

/** Shorter levels of the same coarse class, the shortest first. */
function shorter(levels: readonly SiteLevel[], level: number): number[] {
  const own = levels[level] as SiteLevel;
  if (lengthOf(own) <= LONG) return [];
  return levels
    .map((other, index) => ({ index, coarse: other.coarse, length: lengthOf(other) }))
    .filter(({ coarse, length }) => coarse === own.coarse && length < lengthOf(own))
    .sort((left, right) => left.length - right.length)
    .map(({ index }) => index);
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
  const thrift = [...rows];
  const covers = (): number => verifyRows(covering, thrift, { missingAtMost: 0 }).covered;
  const all = covers();
  let tried = 0;
  for (const [index, row] of rows.entries()) {
    if (index < first) continue;
    for (const [factor, level] of row.entries()) {
      const before = thrift[index] as Row;
      const better = shorter(model.factors[factor]?.levels ?? [], level).find((other) => {
        tried += 1;
        if (tried > MOST_TRIED) return false;
        const changed = before.with(factor, other);
        thrift[index] = changed;
        return isPossible(changed) && covers() === all;
      });
      thrift[index] = better === undefined ? before : before.with(factor, better);
    }
  }
  return thrift;
}
