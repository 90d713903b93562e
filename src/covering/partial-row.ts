import type { Components } from './components';
import type { Solver } from './solver';

/** A row that is filled level by level, and that stays completable at every step. */
export class PartialRow {
  /** By factor, its level, or -1. */
  readonly levels: Int32Array;
  /** By factor, its level in a completion that is known to be possible; of use where `isKnown` says so. */
  private readonly witness: Int32Array;
  private readonly isKnown: Uint8Array;
  private readonly marks: Int32Array;

  constructor(
    private readonly sizes: readonly number[],
    private readonly components: Components,
  ) {
    this.levels = new Int32Array(sizes.length).fill(-1);
    this.witness = new Int32Array(sizes.length);
    this.isKnown = new Uint8Array(components.solvers.length);
    this.marks = Int32Array.from(components.solvers, (solver) => solver.mark());
  }

  /** How many conjunctions were looked at so far. */
  get work(): number {
    return this.components.solvers.reduce((sum, solver) => sum + solver.work, 0);
  }

  /** Empties the row. */
  clear(): void {
    this.levels.fill(-1);
    this.isKnown.fill(0);
    this.components.solvers.forEach((solver, index) => {
      solver.undo(this.marks[index] as number);
    });
  }

  /** Whether a level is not ruled out yet. `set` may still find that it is. */
  isOpen(factor: number, level: number): boolean {
    const solver = this.solverOf(factor);
    return solver === undefined || solver.alive[(solver.start[factor] as number) + level] === 1;
  }

  /** Narrows a factor to some of its levels. False where that cannot be. */
  restrict(factor: number, allowed: (level: number) => boolean): boolean {
    const component = this.components.of[factor] as number;
    const solver = this.components.solvers[component];
    if (solver === undefined) return true;
    this.isKnown[component] = 0;
    return solver.restrict(factor, allowed);
  }

  /** Gives a factor a level. False, and nothing is changed, where the row could then not be completed. */
  set(factor: number, level: number): boolean {
    const component = this.components.of[factor] as number;
    const solver = this.components.solvers[component];
    if (solver !== undefined && !this.decide(solver, component, factor, level)) return false;
    this.levels[factor] = level;
    return true;
  }

  /** Gives a factor the first of its levels, from a place on, that is possible. False where none is. */
  setAny(factor: number, from: number): boolean {
    const size = this.sizes[factor] as number;
    for (let step = 0; step < size; step++) {
      const level = (from + step) % size;
      if (this.isOpen(factor, level) && this.set(factor, level)) return true;
    }
    return false;
  }

  private decide(solver: Solver, component: number, factor: number, level: number): boolean {
    const mark = solver.mark();
    if (!solver.assign(factor, level)) {
      solver.undo(mark);
      return false;
    }
    if (this.isKnown[component] === 1 && solver.keeps(this.witness, factor, level)) {
      this.witness[factor] = level;
      return true;
    }
    const after = solver.mark();
    if (!solver.solve((_, levels) => levels)) {
      solver.undo(mark);
      return false;
    }
    for (const member of solver.members) this.witness[member] = solver.value(member);
    this.isKnown[component] = 1;
    solver.undo(after);
    return true;
  }

  private solverOf(factor: number): Solver | undefined {
    return this.components.solvers[this.components.of[factor] as number];
  }
}
