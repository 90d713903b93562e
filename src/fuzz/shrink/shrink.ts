import type { Case } from '../../contract';
import { printTextTree, readTextTree } from '../text-tree';
import { cutsOf } from './cuts';
import { piecesOf } from './pieces';

/** Whether a smaller body still shows what is looked for. */
export type StillFails = (candidate: Case) => Promise<boolean>;

/** How a smaller case is looked for. */
export interface ShrinkOptions {
  /** A body whose values are taken where they can be. */
  readonly plain: string | undefined;
  /** The names of the root's members without which nothing works: that all others go at once is tried first. */
  readonly needed: ReadonlySet<string>;
  /** How many candidates are tried. */
  readonly budget: number;
}

/** Smaller bodies, the boldest first: by the structure of JSON, else by pieces of the text. */
function* candidates(body: string, { plain, needed }: ShrinkOptions): Generator<string> {
  const tree = readTextTree(body);
  if (tree === undefined) return yield* piecesOf(body);
  if (tree.kind === 'object')
    yield printTextTree({ ...tree, members: tree.members.filter(({ name }) => needed.has(name)) });
  yield* cutsOf(tree, plain === undefined ? undefined : readTextTree(plain));
}

/**
 * The smallest case that can be found that still fails: of each round the first smaller one that does is taken, until
 * none does or the budget is spent.
 */
export async function shrink(failing: Case, stillFails: StillFails, options: ShrinkOptions): Promise<Case> {
  let smallest = failing;
  const seen = new Set([failing.body]);
  let tried = 0;
  for (let isSmaller = true; isSmaller && smallest.body !== undefined; ) {
    isSmaller = false;
    for (const body of candidates(smallest.body, options)) {
      if (tried >= options.budget) return smallest;
      if (seen.has(body)) continue;
      seen.add(body);
      const candidate = { ...smallest, body };
      tried += 1;
      if (!(await stillFails(candidate))) continue;
      smallest = candidate;
      isSmaller = true;
      break;
    }
  }
  return smallest;
}
