import { Random } from '../random';
import { type Components, componentsOf } from './components';
import { Greedy } from './greedy';
import type { Model, Row } from './model';
import { PartialRow } from './partial-row';
import { type Problem, problemsOf } from './problem';
import { resolveModel } from './resolve';
import { Targets } from './targets';

/** What fills rows: one row, which is emptied before each filling. */
interface Desk {
  readonly targets: Targets;
  readonly row: PartialRow;
}

function deskOf(problem: Problem, components: Components): Desk {
  const sizes = problem.levels.map(({ length }) => length);
  return { targets: new Targets(problem, components), row: new PartialRow(sizes, components) };
}

/** Fills in parts of rows so that no constraint is broken: nothing else is asked of them. */
export class Filler {
  private readonly desk: Desk | undefined;

  /**
   * @param model of valid levels alone; its goals and its kept rows do not count.
   * @throws CoveringError where it is no model.
   */
  constructor(model: Model) {
    const { goals: _, keep: __, ...constraints } = model;
    const [problem] = problemsOf({ ...resolveModel(constraints), goals: [] }) as [Problem];
    const components = componentsOf(problem);
    this.desk = components === undefined ? undefined : deskOf(problem, components);
  }

  /**
   * A row with the levels of a part, which has -1 where a level is free; `undefined` where the constraints allow none. The
   * same part and seed give the same row.
   */
  fill(part: Row, seed = 1): Row | undefined {
    if (this.desk === undefined) return undefined;
    const { targets, row } = this.desk;
    const filled = new Greedy(targets, row, new Random(seed)).filled(part);
    return filled === undefined ? undefined : Array.from(filled);
  }
}
