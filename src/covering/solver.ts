import type { Term } from './resolved-model';

/**
 * Decides exactly whether levels can stand together in a row: which levels each factor may still take, narrowed by
 * unit propagation over the forbidden conjunctions, and a search with backtracking over what is left.
 */
export class Solver {
  /** By `start[factor] + level`, whether the level is still possible. */
  readonly alive: Uint8Array;
  readonly start: Int32Array;
  /** By factor, how many levels are still possible. */
  readonly count: Int32Array;
  /** By level, the terms that name it; by factor, the conjunctions that name it. */
  private readonly termsOfLevel: number[][];
  private readonly clausesOfFactor: number[][];
  private readonly clauseTerms: number[][];
  private readonly termFactor: number[] = [];
  private readonly termLevels: Uint8Array[] = [];
  /** By term, how many of its levels are still possible. */
  private readonly within: number[] = [];
  private readonly trail: number[] = [];
  private readonly queue: number[] = [];
  private readonly queued: Uint8Array;
  /** How many conjunctions were looked at: the measure of work. */
  work = 0;

  constructor(
    private readonly sizes: readonly number[],
    clauses: readonly (readonly Term[])[],
    /** The factors that a search decides. */
    readonly members: readonly number[],
  ) {
    this.start = Int32Array.from(sizes);
    let total = 0;
    sizes.forEach((size, factor) => {
      this.start[factor] = total;
      total += size;
    });
    this.alive = new Uint8Array(total).fill(1);
    this.count = Int32Array.from(sizes);
    this.termsOfLevel = Array.from({ length: total }, () => []);
    this.clausesOfFactor = sizes.map(() => []);
    this.clauseTerms = clauses.map((terms, clause) => terms.map((term) => this.addTerm(term, clause)));
    this.queued = new Uint8Array(clauses.length);
  }

  /** Applies the conjunctions to the whole model. False where no row at all is possible. */
  begin(): boolean {
    this.clauseTerms.forEach((_, clause) => {
      this.enqueue(clause);
    });
    return this.propagate();
  }

  /** Where to come back to with `undo`. */
  mark(): number {
    return this.trail.length;
  }

  undo(mark: number): void {
    while (this.trail.length > mark) this.restore(this.trail.pop() as number);
  }

  /** Leaves a factor the levels for which `allowed` holds. False where this leads to a contradiction. */
  restrict(factor: number, allowed: (level: number) => boolean): boolean {
    const start = this.start[factor] as number;
    for (let level = 0; level < (this.sizes[factor] as number); level++) {
      if (this.alive[start + level] === 1 && !allowed(level)) this.kill(factor, start + level);
    }
    return (this.count[factor] as number) > 0 && this.propagate();
  }

  /** Leaves a factor one level. False where this leads to a contradiction. */
  assign(factor: number, level: number): boolean {
    const start = this.start[factor] as number;
    if (this.alive[start + level] === 0) return false;
    if (this.count[factor] === 1) return true;
    for (let other = 0; other < (this.sizes[factor] as number); other++) {
      if (other !== level && this.alive[start + other] === 1) this.kill(factor, start + other);
    }
    return this.propagate();
  }

  /** Narrows every member to one level, by search; what was there before is left as it was where it fails. */
  solve(order: (factor: number, levels: number[]) => number[]): boolean {
    const factor = this.narrowest();
    if (factor < 0) return true;
    for (const level of order(factor, this.possible(factor))) {
      const mark = this.mark();
      if (this.assign(factor, level) && this.solve(order)) return true;
      this.undo(mark);
    }
    return false;
  }

  /** Whether a whole assignment that breaks nothing still breaks nothing with another level for one factor. */
  keeps(assignment: Int32Array, factor: number, level: number): boolean {
    const holds = (term: number): boolean => {
      const other = this.termFactor[term] as number;
      const levels = this.termLevels[term] as Uint8Array;
      return levels[other === factor ? level : (assignment[other] as number)] === 1;
    };
    return !(this.clausesOfFactor[factor] as number[]).some((clause) =>
      (this.clauseTerms[clause] as number[]).every(holds),
    );
  }

  /** The terms that name a level: levels of the same terms are the same to all clauses. */
  termsOf(factor: number, level: number): string {
    return (this.termsOfLevel[(this.start[factor] as number) + level] as number[]).join();
  }

  /** The levels that a factor may still take. */
  possible(factor: number): number[] {
    const levels: number[] = [];
    const start = this.start[factor] as number;
    for (let level = 0; level < (this.sizes[factor] as number); level++) {
      if (this.alive[start + level] === 1) levels.push(level);
    }
    return levels;
  }

  /** The level of a factor that has one left. */
  value(factor: number): number {
    const start = this.start[factor] as number;
    let level = 0;
    while (this.alive[start + level] === 0) level++;
    return level;
  }

  private narrowest(): number {
    let best = -1;
    for (const factor of this.members) {
      const count = this.count[factor] as number;
      if (count === 2) return factor;
      if (count > 1 && (best < 0 || count < (this.count[best] as number))) best = factor;
    }
    return best;
  }

  private addTerm(term: Term, clause: number): number {
    const id = this.termFactor.length;
    const levels = new Uint8Array(this.sizes[term.factor] as number);
    for (const level of term.levels) {
      levels[level] = 1;
      this.termsOfLevel[(this.start[term.factor] as number) + level]?.push(id);
    }
    this.termFactor.push(term.factor);
    this.termLevels.push(levels);
    this.within.push(term.levels.length);
    this.clausesOfFactor[term.factor]?.push(clause);
    return id;
  }

  private kill(factor: number, cell: number): void {
    this.alive[cell] = 0;
    this.count[factor] = (this.count[factor] as number) - 1;
    for (const term of this.termsOfLevel[cell] as number[]) this.within[term] = (this.within[term] as number) - 1;
    this.trail.push(factor, cell);
    for (const clause of this.clausesOfFactor[factor] as number[]) this.enqueue(clause);
  }

  private restore(cell: number): void {
    const factor = this.trail.pop() as number;
    this.alive[cell] = 1;
    this.count[factor] = (this.count[factor] as number) + 1;
    for (const term of this.termsOfLevel[cell] as number[]) this.within[term] = (this.within[term] as number) + 1;
  }

  private enqueue(clause: number): void {
    if (this.queued[clause] === 1) return;
    this.queued[clause] = 1;
    this.queue.push(clause);
  }

  private propagate(): boolean {
    let consistent = true;
    for (let at = 0; at < this.queue.length; at++) {
      const clause = this.queue[at] as number;
      this.queued[clause] = 0;
      if (consistent) consistent = this.revise(clause);
    }
    this.work += this.queue.length;
    this.queue.length = 0;
    return consistent;
  }

  /** Where all terms but one are sure to hold, the last one must not. */
  private revise(clause: number): boolean {
    let open = -1;
    for (const term of this.clauseTerms[clause] as number[]) {
      const within = this.within[term] as number;
      if (within === 0) return true;
      if (within === this.count[this.termFactor[term] as number]) continue;
      if (open >= 0) return true;
      open = term;
    }
    if (open < 0) return false;
    this.removeTerm(open);
    return true;
  }

  private removeTerm(term: number): void {
    const factor = this.termFactor[term] as number;
    const start = this.start[factor] as number;
    const levels = this.termLevels[term] as Uint8Array;
    for (let level = 0; level < levels.length; level++) {
      if (levels[level] === 1 && this.alive[start + level] === 1) this.kill(factor, start + level);
    }
  }
}
