import {
  type Addition,
  additionsFor,
  type Combination,
  type Constraint,
  CoverageMeter,
  coveringOf,
  type Exclusion,
} from '../../cases';
import type { Contract } from '../../contract';
import { cannotCarryIn } from '../../pact';
import type { Coverage } from '../../result';
import type { RowsFile } from '../pacts/plan';
import type { PactAnswer } from './pact-answers';

/** What is known of one answer: of one operation, or of several whose answers are alike. */
export interface MeasuredAnswer {
  readonly operations: readonly string[];
  readonly bodies: number;
  /** How many rows cover it all, and how many at least are needed for that. */
  readonly rows: { readonly needed: number; readonly lowerBound: number };
  readonly excluded: readonly Exclusion[];
  readonly constraints: readonly Constraint[];
  /** How many combinations cannot be, for the structure and the constraints. */
  readonly infeasible: number;
  /** Feasible combinations that no body has. */
  readonly missing: readonly Combination[];
  /** Interactions to add, so that nothing is missing. */
  readonly add: readonly Addition[];
}

/** What pacts cover of a contract. */
export interface Measured {
  readonly strength: number;
  readonly coverage: Coverage;
  readonly answers: readonly MeasuredAnswer[];
}

/** Measures what answers cover, and finds what to add. */
export function measure(
  contract: Contract,
  seen: readonly PactAnswer[],
  { strength, rows }: { readonly strength: number; readonly rows: RowsFile },
): Measured {
  const size = Math.max(2, strength);
  const options = { carries: cannotCarryIn(contract), fixed: contract.fixed };
  const meter = new CoverageMeter(contract, { ...options, strength: size });
  for (const { operation, body, id } of seen) meter.see(operation, body, { id });
  const answers = meter.answers.map(({ operations, meter: own }): MeasuredAnswer => {
    const operationId = operations[0] ?? '';
    const covering = coveringOf(contract, { ...options, operationId, strength: size, keep: rows[operationId] });
    const missing = [...own.missing(size).values()];
    return {
      operations,
      bodies: own.bodies,
      rows: { needed: covering.cases.length, lowerBound: covering.lowerBound },
      excluded: covering.excluded,
      constraints: covering.constraints,
      infeasible: own.infeasible(size),
      missing,
      add: additionsFor(own, covering.cases, size),
    };
  });
  return { strength: size, coverage: meter.coverage(), answers };
}
