import type { Targets } from './targets';

/**
 * A number of rows that no array can go below: a row holds one tuple of each block, so that as many are needed as a
 * block has feasible tuples.
 */
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
