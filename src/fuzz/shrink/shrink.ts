import type { Case } from '../../contract';
import { readTextTree } from '../text-tree';
import { cutsOf } from './cuts';
import { piecesOf } from './pieces';

/** Whether a smaller body still shows what is looked for. */
export type StillFails = (candidate: Case) => Promise<boolean>;

/** How many candidates are tried for one finding. */
const BUDGET = 500;

/** Smaller bodies, the boldest first: by the structure of JSON, else by pieces of the text. */
function candidates(body: string, plain: string | undefined): Iterable<string> {
  const tree = readTextTree(body);
  return tree === undefined ? piecesOf(body) : cutsOf(tree, plain === undefined ? undefined : readTextTree(plain));
}

/**
 * The smallest case that can be found that still fails: of each round the first smaller one that does is taken, until
 * none does or the budget is spent. `plain` is a body whose values are taken where they can be.
 */
export async function shrink(failing: Case, stillFails: StillFails, plain?: string): Promise<Case> {
  let smallest = failing;
  const seen = new Set([failing.body]);
  let tried = 0;
  for (let isSmaller = true; isSmaller && smallest.body !== undefined; ) {
    isSmaller = false;
    for (const body of candidates(smallest.body, plain)) {
      if (tried >= BUDGET) return smallest;
      const candidate = { ...smallest, body };
      if (seen.has(body)) continue;
      seen.add(body);
      tried += 1;
      if (!(await stillFails(candidate))) continue;
      smallest = candidate;
      isSmaller = true;
      break;
    }
  }
  return smallest;
}
