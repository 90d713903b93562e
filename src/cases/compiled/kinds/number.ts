import { ContractError, type JsonValue, type NumberSchema } from '../../../contract';
import { highest, lowest } from '../../classes';
import type { Compiled, Compiler } from '../compiled';
import { edgesOf } from '../edges';
import type { Source } from '../source';
import { leafOf, printed } from './leaf';
import { numberSearch } from './number-search';

/** Where a schema has no limit, numbers reach so far from the other one, or from zero. */
const REACH = 1e6;
/** After so many numbers in a row that are not allowed, a plain one is taken. */
const MOST_TRIED = 16;

/** Minus zero is left to the case table: the documents do not say what it is. */
const unsigned = (value: number): number => (value === 0 ? 0 : value);

/** Whole numbers, numbers of few digits, and numbers of all digits, each as often as the other. */
function anyNumber(low: number, high: number): (source: Source) => number {
  const clamp = (value: number): number => Math.min(high, Math.max(low, value));
  return (source) => {
    const value = low + source.fraction() * (high - low);
    const kind = source.bits() & 3;
    if (kind === 0) return unsigned(value);
    if (kind === 1) return unsigned(clamp(Math.round(value)));
    if (kind === 2) return unsigned(clamp(Math.round(value * 100) / 100));
    return unsigned(clamp(Math.round(source.fraction() * 20_000 - 10_000) / 1_000));
  };
}

function multiplesOf(unit: number, low: number, high: number): (source: Source) => number {
  const [first, last] = [Math.ceil(low / unit), Math.floor(high / unit)];
  return (source) => {
    const times = first + Math.floor(source.fraction() * (last - first + 1));
    return unsigned(Number((times * unit).toPrecision(15)));
  };
}

/** Numbers of the schema's range; its multiples where it wants multiples. */
export function compileNumber(schema: NumberSchema, compiler: Compiler): Compiled {
  const { making } = compiler;
  const [low, high] = [lowest(schema), highest(schema)];
  const from = low ?? (high === undefined ? -REACH : Math.min(-REACH, high - REACH));
  const to = high ?? (low === undefined ? REACH : Math.max(REACH, low + REACH));
  const sample = schema.multipleOf === undefined ? anyNumber(from, to) : multiplesOf(schema.multipleOf, from, to);
  const plain = making.typical(schema, 0);
  if (plain === undefined)
    throw new ContractError('no number was found within the limits of a number', { next: 'Correct its limits.' });
  const draw = (source: Source): JsonValue => {
    for (let left = MOST_TRIED; left > 0; left -= 1) {
      const value = sample(source);
      if (making.allows(schema, value)) return value;
    }
    return plain;
  };
  const edges = edgesOf(schema, making);
  return {
    ...leafOf(edges, printed(draw)),
    ...numberSearch(schema.multipleOf, edges?.values ?? [plain], (value) => making.allows(schema, value)),
  };
}
