import { componentsOf } from './components';
import type { Model, Row } from './model';
import { type Problem, problemsOf } from './problem';
import { resolveModel } from './resolve';
import { Targets } from './targets';

/** In how many of some rows each tuple of a model's goals is. The rows are complete, and without invalid levels. */
export class Occurrences {
  private readonly targets: Targets | undefined;
  private readonly times: Uint32Array;

  /** @throws CoveringError where the model is not one, TooManyCombinations where its goals ask for too many. */
  constructor(model: Model, rows: readonly Row[]) {
    const problem = problemsOf(resolveModel(model))[0] as Problem;
    const components = componentsOf(problem);
    this.targets = components === undefined ? undefined : new Targets(problem, components);
    this.times = new Uint32Array(this.targets?.total ?? 0);
    for (const row of rows) this.count(row, 1);
  }

  /** Whether a row of them has a tuple that no other one has. */
  isNeeded(row: Row): boolean {
    return this.tuplesOf(row).some((tuple) => this.times[tuple] === 1);
  }

  /** Whether nothing is lost with another row in the place of one. */
  isSpared(before: Row, after: Row): boolean {
    const next = this.tuplesOf(after);
    return this.tuplesOf(before).every((tuple, block) => tuple === next[block] || this.times[tuple] !== 1);
  }

  drop(row: Row): void {
    this.count(row, -1);
  }

  replace(before: Row, after: Row): void {
    this.count(before, -1);
    this.count(after, 1);
  }

  private tuplesOf(row: Row): number[] {
    const { targets } = this;
    const levels = Int32Array.from(row);
    return targets?.problem.blocks.map((_, block) => targets.tupleIn(block, levels)) ?? [];
  }

  private count(row: Row, by: number): void {
    for (const tuple of this.tuplesOf(row)) this.times[tuple] = (this.times[tuple] as number) + by;
  }
}
