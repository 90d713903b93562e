import { CoveringError } from './covering-error';
import type { CoveringOptions } from './fewest-rows';
import type { Model, Row } from './model';
import { plainArray } from './plain-array';
import { resolveModel } from './resolve';
import type { ResolvedModel } from './resolved-model';
import { bundledArray } from './sub-models/bundled-array';
import { waysIn } from './sub-models/units';
import { type Verification, verifyRows } from './verify';
import { weighted } from './weights';

/** Rows that cover all that a model asks for, and the counts that prove it. */
export interface CoveringArray extends Verification {
  /** The index of a level for each factor, the kept rows first. */
  readonly rows: readonly Row[];
  /** No array of the model has fewer rows than this. */
  readonly lowerBound: number;
  /** In how many ways the rows set each sub-model. */
  readonly subModels: readonly SetSubModel[];
}

/** A sub-model, and in how many ways it is set. */
export interface SetSubModel {
  /** The names of its factors. */
  readonly factors: readonly string[];
  readonly ways: number;
}

/**
 * Few rows that cover every feasible tuple of the model's goals, and hold nothing that is forbidden.
 * @throws CoveringError where the model is not one, no row is possible, or a kept row breaks a constraint.
 */
export function coveringArray(model: Model, options: CoveringOptions = {}): CoveringArray {
  const resolved = resolveModel(model);
  const build = resolved.subModels.length > 0 ? bundledArray : plainArray;
  const { rows: built, lowerBound } = build(resolved, options);
  const rows = weighted(model, resolved, built);
  return { rows, lowerBound, subModels: setSubModels(resolved, rows), ...proven(model, rows) };
}

const setSubModels = (model: ResolvedModel, rows: readonly Row[]): SetSubModel[] =>
  waysIn(model, rows).map((ways, index) => ({
    factors: (model.subModels[index]?.factors ?? []).map((factor) => model.factors[factor]?.name ?? ''),
    ways: ways.length,
  }));

/** What the verifier, which knows nothing of how the rows came about, says of them. */
function proven(model: Model, rows: readonly Row[]): Verification {
  const verification = verifyRows(model, rows);
  if (verification.covered < verification.feasible || verification.invalidRows.length > 0) {
    throw new CoveringError('the array that was built does not pass its verification: this is a defect of pactcheck', {
      next: 'Report it together with the model.',
    });
  }
  return verification;
}
