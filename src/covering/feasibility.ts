import { Random } from '../random';
import type { Components } from './components';
import type { Column, Problem } from './problem';
import type { Solver } from './solver';

/** By combination of symbols, the first column's running slowest, 1 where some row can hold it. */
export type Table = Uint8Array;

/** Rows drawn before anything is asked, and how many are kept with those that are found by asking. */
const DRAWN = 200;
const MOST_KEPT = 2_000;

/** Which combinations of symbols some row can hold. Exact: what no witness row shows is asked of the solver. */
export class Feasibility {
  /** By component, rows that are possible; drawn when they are first needed. */
  private readonly witnesses = new Map<number, Int32Array[]>();
  private readonly tables = new Map<string, Table>();
  private readonly twins = new Map<Column, Int32Array>();

  constructor(
    private readonly problem: Problem,
    private readonly components: Components,
  ) {}

  private witnessesOf(component: number): Int32Array[] {
    const known = this.witnesses.get(component);
    if (known !== undefined) return known;
    const random = new Random(1);
    const solver = this.components.solvers[component] as Solver;
    const drawn = Array.from({ length: DRAWN }, () => this.randomSolution(solver, random));
    this.witnesses.set(component, drawn);
    return drawn;
  }

  /** The combinations of a block's columns, or undefined where every one is feasible. */
  table(block: readonly number[]): Table | undefined {
    const parts = this.parts(block);
    if (parts.every((part) => part.table === undefined)) return undefined;
    const sizes = block.map((id) => this.column(id).size);
    const table = new Uint8Array(sizes.reduce((product, size) => product * size, 1));
    const symbols = new Int32Array(block.length);
    for (let index = 0; index < table.length; index++) {
      table[index] = parts.every(
        ({ table, positions }) => table === undefined || holds(table, positions, symbols, sizes),
      )
        ? 1
        : 0;
      advance(symbols, sizes);
    }
    return table;
  }

  /** A block's columns by component, each with what its component allows. */
  private parts(block: readonly number[]): { table: Table | undefined; positions: number[] }[] {
    const groups = new Map<number, number[]>();
    block.forEach((id, position) => {
      const component = this.components.of[this.column(id).factor] as number;
      if (component >= 0) groups.set(component, [...(groups.get(component) ?? []), position]);
    });
    return [...groups].map(([component, positions]) => {
      const columns = positions.map((position) => block[position] as number);
      return { table: this.within(component, columns), positions };
    });
  }

  private within(component: number, columns: readonly number[]): Table | undefined {
    const key = columns.join();
    const known = this.tables.get(key);
    const table =
      known ??
      this.compute(
        component,
        columns.map((id) => this.column(id)),
      );
    this.tables.set(key, table);
    return table.includes(0) ? table : undefined;
  }

  private compute(component: number, columns: readonly Column[]): Table {
    const sizes = columns.map(({ size }) => size);
    const table = new Uint8Array(sizes.reduce((product, size) => product * size, 1));
    let open = table.length;
    for (const row of this.witnessesOf(component)) {
      const index = indexOf(row, columns);
      if (table[index] === 1) continue;
      table[index] = 1;
      open -= 1;
      if (open === 0) return table;
    }
    const symbols = new Int32Array(columns.length);
    const twins = columns.map((column) => this.twinsOf(component, column));
    for (let index = 0; index < table.length; index++) {
      // The first combination of its kind was asked about before.
      const first = symbols.reduce((sum, symbol, at) => sum * (sizes[at] as number) + (twins[at]?.[symbol] ?? 0), 0);
      if (table[index] === 0)
        table[index] = first < index ? (table[first] as number) : this.solvable(component, columns, symbols);
      advance(symbols, sizes);
    }
    return table;
  }

  /** By symbol of a column, the first one whose levels no constraint tells from its own. */
  private twinsOf(component: number, column: Column): Int32Array {
    const known = this.twins.get(column);
    if (known !== undefined) return known;
    const solver = this.components.solvers[component] as Solver;
    const marks = Array.from({ length: column.size }, () => new Set<string>());
    for (const [level, symbol] of column.symbols.entries()) marks[symbol]?.add(solver.termsOf(column.factor, level));
    const first = new Map<string, number>();
    const twins = Int32Array.from(marks, (own, symbol) => {
      const key = [...own].sort().join(';');
      if (!first.has(key)) first.set(key, symbol);
      return first.get(key) as number;
    });
    this.twins.set(column, twins);
    return twins;
  }

  private solvable(component: number, columns: readonly Column[], symbols: Int32Array): number {
    const solver = this.components.solvers[component] as Solver;
    const mark = solver.mark();
    const possible =
      columns.every((column, at) => solver.restrict(column.factor, (level) => column.symbols[level] === symbols[at])) &&
      solver.solve((_, levels) => levels);
    const witnesses = this.witnessesOf(component);
    if (possible && witnesses.length < MOST_KEPT) witnesses.push(this.rowOf(solver));
    solver.undo(mark);
    return possible ? 1 : 0;
  }

  private randomSolution(solver: Solver, random: Random): Int32Array {
    const mark = solver.mark();
    const first = solver.members[random.below(solver.members.length)] as number;
    const levels = solver.possible(first);
    if (!solver.assign(first, levels[random.below(levels.length)] as number)) solver.undo(mark);
    if (!solver.solve((_, choices) => shuffled(choices, random))) {
      solver.undo(mark);
      solver.solve((_, choices) => shuffled(choices, random));
    }
    const row = this.rowOf(solver);
    solver.undo(mark);
    return row;
  }

  /** What a solver has decided. */
  private rowOf(solver: Solver): Int32Array {
    const row = new Int32Array(this.problem.levels.length);
    for (const factor of solver.members) row[factor] = solver.value(factor);
    return row;
  }

  private column(id: number): Column {
    return this.problem.columns[id] as Column;
  }
}

function shuffled(levels: number[], random: Random): number[] {
  random.shuffle(levels);
  return levels;
}

function indexOf(row: Int32Array, columns: readonly Column[]): number {
  let index = 0;
  for (const { factor, symbols, size } of columns) index = index * size + (symbols[row[factor] as number] as number);
  return index;
}

function holds(table: Table, positions: readonly number[], symbols: Int32Array, sizes: readonly number[]): boolean {
  let index = 0;
  for (const position of positions) index = index * (sizes[position] as number) + (symbols[position] as number);
  return table[index] === 1;
}

/** The next combination of symbols, the last one running fastest. */
function advance(symbols: Int32Array, sizes: readonly number[]): void {
  for (let at = sizes.length - 1; at >= 0; at--) {
    const next = (symbols[at] as number) + 1;
    symbols[at] = next === sizes[at] ? 0 : next;
    if (next !== sizes[at]) return;
  }
}
