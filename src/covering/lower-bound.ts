import { componentsOf } from './components';
import type { Model } from './model';
import { problemsOf } from './problem';
import { resolveModel } from './resolve';
import { Targets } from './targets';

/**
 * A number of rows that no array of the model can go below.
 * @throws CoveringError where the model is not one, or has no row.
 */
export const lowerBound = (model: Model): number =>
  problemsOf(resolveModel(model)).reduce((sum, problem) => {
    const targets = new Targets(problem, componentsOf(problem));
    return sum + boundOf(targets);
  }, 0);

/** A row holds one tuple of each block: as many rows are needed as a block has feasible tuples. */
export function boundOf(targets: Targets): number {
  let most = 0;
  for (let block = 0; block < targets.blockCount; block++) {
    let count = 0;
    const end = targets.base[block + 1] as number;
    for (let tuple = targets.base[block] as number; tuple < end; tuple++) count += targets.wanted[tuple] as number;
    most = Math.max(most, count);
  }
  return most;
}
