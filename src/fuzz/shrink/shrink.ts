import { type Case, shrinking, smallestOfAsync } from '../../contract';
import { printTextTree, readTextTree, type TextNode } from '../text-tree';
import { cutsOf } from './cuts';
import { piecesOf } from './pieces';

/** Whether a smaller body still shows what is looked for. */
export type StillFails = (candidate: Case) => Promise<boolean>;

/** How a smaller case is looked for. */
export interface ShrinkOptions {
  /** A body whose values are taken where they can be. */
  readonly plain: TextNode | undefined;
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
  yield* cutsOf(tree, plain);
}

/** The smallest case that can be found that still fails, within the budget. No body is tried twice. */
export async function shrink(failing: Case, stillFails: StillFails, options: ShrinkOptions): Promise<Case> {
  if (failing.body === undefined) return failing;
  const seen = new Set([failing.body]);
  function* unseen(body: string): Generator<string> {
    for (const candidate of candidates(body, options)) {
      if (seen.has(candidate)) continue;
      seen.add(candidate);
      yield candidate;
    }
  }
  const search = shrinking(failing.body, unseen, options.budget);
  const body = await smallestOfAsync(search, (smaller) => stillFails({ ...failing, body: smaller }));
  return body === failing.body ? failing : { ...failing, body };
}
