import type { Column } from '../problem';
import { subsetCount } from '../subsets';
import type { Targets } from '../targets';
import { fieldOf, primePower } from './field';
import { columnsOf, orthogonalRows } from './orthogonal';
import { binaryRows, pairRowCount, pairRows } from './pairs';

/** Constructions of more rows than this are not made. */
const MOST_ROWS = 60_000;
/** Those that need more rows than so many times the most that is sure to be needed are not looked at. */
const MOST_EXCESS = 2.5;
/** Columns of more symbols than this have no field. */
const MOST_SYMBOLS = 128;

/** A construction that has fewer of the columns leaves nearly all to be done. */
const USUAL_SHARE = 0.5;

/** Columns of which every `strength` are combined in all ways. */
interface Whole {
  readonly strength: number;
  /** The largest first. */
  readonly columns: readonly Column[];
}

/** The combinations that a model asks for in whole; the ones that need most rows. */
function wholeOf({ problem }: Targets): Whole | undefined {
  const byStrength = new Map<number, { count: number; columns: Set<number> }>();
  for (const block of problem.blocks) {
    const own = byStrength.get(block.length) ?? { count: 0, columns: new Set<number>() };
    own.count += 1;
    for (const column of block) own.columns.add(column);
    byStrength.set(block.length, own);
  }
  const wholes = [...byStrength].flatMap(([strength, { count, columns }]) => {
    const own = [...columns].map((column) => problem.columns[column] as Column);
    const isWhole = strength >= 2 && subsetCount(own.length, strength) === count;
    const isOfFactors = new Set(own.map(({ factor }) => factor)).size === own.length;
    if (!isWhole || !isOfFactors) return [];
    return [{ strength, columns: own.sort((left, right) => right.size - left.size) }];
  });
  return wholes.sort((left, right) => leastRows(right) - leastRows(left))[0];
}

const leastRows = ({ strength, columns }: Whole): number =>
  columns.slice(0, strength).reduce((product, { size }) => product * size, 1);

/** Symbols by column and row; columns with more symbols than the construction has none of it. */
interface Symbols {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly number[])[];
}

function symbolsOf(order: number, { strength, columns }: Whole, least: number): Symbols | undefined {
  const fitting = columns.filter(({ size }) => size <= order);
  if (order === 2 && strength === 2) return { columns: fitting, rows: binaryRows(fitting.length) };
  const count = strength === 2 ? fitting.length : Math.min(fitting.length, columnsOf(order, strength));
  const rows = strength === 2 ? pairRowCount(order, count) : order ** strength;
  if (rows > MOST_ROWS || count <= strength || count < least * columns.length) return undefined;
  const field = fieldOf(order);
  if (field === undefined) return undefined;
  return {
    columns: fitting.slice(0, count),
    rows: strength === 2 ? pairRows(field, count) : orthogonalRows(field, strength, count),
  };
}

/** The orders of fields that may do: from the first in which most columns fit, to the first with a column for each. */
function ordersFor(whole: Whole): number[] {
  const { strength, columns } = whole;
  const sizes = columns.map(({ size }) => size);
  const least = Math.max(2, sizes[strength] ?? sizes.at(-1) ?? 2);
  const most = Math.max(sizes[0] ?? 2, strength === 2 ? 2 : columns.length - 1);
  const orders = Array.from({ length: Math.max(0, Math.min(most + 4, MOST_SYMBOLS) - least) }, (_, at) => least + at);
  return orders
    .filter((order) => primePower(order) !== undefined)
    .filter((order) => order ** strength <= MOST_EXCESS * leastRows(whole) || order === sizes[0]);
}

/** A row of symbols as part of a row: the first level that shows each, -1 where a column has no such symbol. */
function partOf({ problem }: Targets, { columns }: Symbols, row: readonly number[]): number[] {
  const part = problem.levels.map(() => -1);
  columns.forEach(({ factor, symbols, size }, at) => {
    const symbol = row[at] as number;
    part[factor] = symbol < size ? symbols.indexOf(symbol) : -1;
  });
  return part;
}

const freeIn = (part: readonly number[]): number => part.filter((level) => level < 0).length;

/**
 * Parts of rows that cover much of what is asked for, by constructions over finite fields: a list for each that may do.
 * Where factors have fewer levels than the field elements, the rest is left open, rows with least of it first.
 * @param least how many of the columns a construction has at least, as a share
 */
export function* seedsFor(targets: Targets, least = USUAL_SHARE): Generator<number[][]> {
  const whole = wholeOf(targets);
  if (whole === undefined || whole.columns.length <= whole.strength) return;
  for (const order of ordersFor(whole)) {
    const symbols = symbolsOf(order, whole, least);
    if (symbols === undefined) continue;
    const parts = symbols.rows.map((row) => partOf(targets, symbols, row));
    yield parts.sort((left, right) => freeIn(left) - freeIn(right));
  }
}
