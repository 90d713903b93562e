import type { Case } from '../contract';
import type { Coverage, CoverageCell } from '../result';

const MOST_IDS = 3;

interface Cell {
  covered: boolean;
  failed: number;
  readonly by: string[];
}

/** The cells of a coverage, as plain data. */
export type ClassCoverageState = readonly (readonly [string, Readonly<Cell>])[];

/** Which classes of which sites the cases that ran were about. */
export class ClassCoverage {
  private readonly cells = new Map<string, Cell>();

  /** How many of the classes are covered. */
  covered = 0;

  /** How many classes there are. */
  get feasible(): number {
    return this.cells.size;
  }

  get state(): ClassCoverageState {
    return [...this.cells];
  }

  restore(state: ClassCoverageState): void {
    for (const [key, cell] of state) this.cells.set(key, { ...cell, by: [...cell.by] });
    this.covered = state.filter(([, cell]) => cell.covered).length;
  }

  /** Counts the classes of a case among those that there are. */
  expect(testCase: Case): void {
    for (const key of keysOf(testCase))
      if (!this.cells.has(key)) this.cells.set(key, { covered: false, failed: 0, by: [] });
  }

  /** Counts the classes of a case as covered; those that are not among those that there are, as of what was spoiled, are not. */
  add(testCase: Case, failed: boolean): void {
    for (const key of keysOf(testCase)) {
      const cell = this.cells.get(key);
      if (cell === undefined) continue;
      if (!cell.covered) this.covered += 1;
      cell.covered = true;
      if (failed) cell.failed += 1;
      if (cell.by.length < MOST_IDS) cell.by.push(testCase.id);
    }
  }

  /** What was covered, of what there is. */
  coverage(): Coverage {
    const cells = [...this.cells].map(([key, { covered, failed, by }]): CoverageCell => {
      const [site, name] = JSON.parse(key) as [string, string];
      return { site, class: name, covered, by, ...(failed > 0 ? { failed } : {}) };
    });
    return { classes: { covered: this.covered, feasible: this.feasible }, cells };
  }
}

const keysOf = ({ classes }: Case): string[] =>
  Object.entries(classes).map(([site, name]) => JSON.stringify([site, name]));
