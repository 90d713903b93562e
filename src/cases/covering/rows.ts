import type { JsonValue } from '../../contract';
import {
  CoveringError,
  coveringArray,
  Filler,
  type Model,
  Occurrences,
  type Row,
  TooManyCombinations,
} from '../../covering';
import type { Composed, Composer } from '../factors/compose-row';
import { conflictIn } from '../factors/conflict';
import type { Clause, FactorModel } from '../factors/factor';
import { thrifty } from '../factors/thrifty';
import { type Aim, coveringModelOf } from './model';

/** Rows that cover a model, each with its body. */
export interface CoveringRows {
  readonly rows: readonly Row[];
  readonly bodies: readonly JsonValue[];
  /** The model's clauses, and those that were found in making bodies. */
  readonly clauses: readonly Clause[];
  /** No array of the model has fewer rows than this. */
  readonly lowerBound: number;
}

/** How often to look for rows anew after finding that some give no body. */
const MOST_ATTEMPTS = 40;
/** Answers need few rows, and more work seldom spares another one. */
const USUAL_EFFORT = 0.3;

/** The rows to keep that the constraints still allow, filled in or not. */
function possible(model: FactorModel, clauses: readonly Clause[], keep: readonly Row[]): Row[] {
  const filler = new Filler(coveringModelOf(model, { strength: 1 }, clauses));
  return keep.filter((row) => filler.fill(row) !== undefined);
}

/** The rows without those that cover nothing that others do not, the last ones first. */
function withoutIdle(covering: Model, rows: readonly Row[]): Row[] {
  const occurrences = new Occurrences(covering, rows);
  const idle = new Set<Row>();
  for (const row of rows.toReversed()) {
    if (occurrences.isNeeded(row)) continue;
    occurrences.drop(row);
    idle.add(row);
  }
  return rows.filter((row) => !idle.has(row));
}

const isExcluded = (row: Row, { terms }: Clause): boolean =>
  terms.every(([factor, levels]) => levels.includes(row[factor] ?? -1));

interface Attempt {
  readonly rows: readonly Row[];
  /** How many of them, the first ones, were to be kept. */
  readonly kept: number;
  readonly lowerBound: number;
}

function attempt(model: FactorModel, aim: Aim, clauses: readonly Clause[], keep: readonly Row[]): Attempt | undefined {
  try {
    const kept = possible(model, clauses, keep);
    const covering = coveringModelOf(model, aim, clauses, kept);
    const { rows, lowerBound } = coveringArray(covering, { effort: aim.effort ?? USUAL_EFFORT });
    const busy = withoutIdle(covering, rows);
    return { rows: busy, kept: busy.filter((row) => rows.indexOf(row) < kept.length).length, lowerBound };
  } catch (error) {
    if (error instanceof CoveringError && !(error instanceof TooManyCombinations)) return undefined;
    throw error;
  }
}

/** A row is asked for again when others have changed, and large bodies take long. */
function composedOnce(composer: Composer): Composer['compose'] {
  const made = new WeakMap<Row, Composed>();
  return (row) => {
    const known = made.get(row) ?? composer.compose(row);
    made.set(row, known);
    return known;
  };
}

/**
 * Rows that cover all that is feasible, those to keep first. Where a row gives no valid body, the levels that are to
 * blame exclude each other from then on, and rows are looked for anew.
 * @throws TooManyCombinations where the strength is too high for so many factors.
 */
export function coveringRowsOf(model: FactorModel, aim: Aim, composer: Composer, keep: readonly Row[]): CoveringRows {
  const clauses = [...model.clauses];
  const composed = composedOnce(composer);
  const bodyOf = (row: Row): JsonValue | undefined => {
    const made = composed(row);
    return 'body' in made ? made.body : undefined;
  };
  let found: Attempt = { rows: [], kept: 0, lowerBound: 0 };
  for (let count = 0; count < MOST_ATTEMPTS; count += 1) {
    const next = attempt(model, aim, clauses, keep);
    if (next === undefined) break;
    found = next;
    const impossible = found.rows.filter((row) => bodyOf(row) === undefined);
    if (impossible.length === 0) break;
    for (const row of impossible.slice(0, 8)) {
      const made = composed(row);
      if (clauses.some((clause) => isExcluded(row, clause))) continue;
      const terms = conflictIn(new Filler(coveringModelOf(model, { strength: 1 }, clauses)), row, composer);
      if ('reason' in made) clauses.push({ terms, reason: made.reason });
    }
  }
  const covering = coveringModelOf(model, aim, clauses);
  const isPossible = (row: Row): boolean =>
    !clauses.some((clause) => isExcluded(row, clause)) && bodyOf(row) !== undefined;
  const rows = thrifty(model, covering, found.rows, found.kept, isPossible);
  const valid = rows.flatMap((row) => {
    const body = bodyOf(row);
    return body === undefined ? [] : [{ row, body }];
  });
  return {
    rows: valid.map(({ row }) => row),
    bodies: valid.map(({ body }) => body),
    clauses,
    lowerBound: found.lowerBound,
  };
}
