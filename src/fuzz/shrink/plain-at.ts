import { childPointer, fromPointer } from '../../contract';
import { printTextTree, readTextTree, type TextNode } from '../text-tree';
import { madePlain } from './culprit';
import { withPlain } from './stays';

/** The pointers of all that a tree holds, outer before inner. */
function pointersIn(node: TextNode, at = ''): string[] {
  if (node.kind === 'leaf') return [at];
  if (node.kind === 'array')
    return [at, ...node.items.flatMap((item, index) => pointersIn(item, childPointer(at, index)))];
  return [at, ...node.members.flatMap(({ name, value }) => pointersIn(value, childPointer(at, name)))];
}

/** Where something is made plain: at one pointer, and wherever else `isThere` says so. */
export interface PlainPlace {
  readonly pointer: string;
  readonly isThere: (pointer: string) => boolean;
}

/**
 * Returns a body with nothing special at a place, at each index and key that it stands for; `undefined` where that
 * changes nothing.
 */
export function plainAt(
  body: string,
  plain: TextNode | undefined,
  { pointer, isThere }: PlainPlace,
): string | undefined {
  const tree = readTextTree(body);
  if (tree === undefined) return undefined;
  const whole = withPlain(tree, plain, fromPointer(pointer));
  // The last first: what is taken out of a list moves those behind it.
  const places = pointersIn(whole).filter(isThere).reverse();
  const mended = places.reduce<TextNode | undefined>(
    (node, place) => (node === undefined ? undefined : madePlain(node, plain, fromPointer(place))),
    whole,
  );
  const text = mended === undefined ? undefined : printTextTree(mended);
  return text === printTextTree(tree) ? undefined : text;
}
