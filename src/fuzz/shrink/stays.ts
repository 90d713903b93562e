import { fromPointer } from '../../contract';
import { printTextTree, readTextTree, type TextNode } from '../text-tree';
import { madePlain } from './culprit';

/** The tree with a member of the plain one where it lacks it, at a pointer's end. */
export function withPlain(node: TextNode, plain: TextNode | undefined, [key, ...rest]: readonly string[]): TextNode {
  if (key === undefined || node.kind !== 'object' || plain?.kind !== 'object') return node;
  const own = plain.members.find(({ name }) => name === key);
  if (own === undefined) return node;
  if (!node.members.some(({ name }) => name === key))
    return rest.length > 0 ? node : { kind: 'object', members: [...node.members, own] };
  const members = node.members.map((member) =>
    member.name === key ? { ...member, value: withPlain(member.value, own.value, rest) } : member,
  );
  return { kind: 'object', members };
}

/** The bodies in which nothing is special at a place: with a plain value there, and with nothing. */
function mended(tree: TextNode, plain: TextNode | undefined, pointer: string): string[] {
  const path = fromPointer(pointer);
  const plainHere = madePlain(withPlain(tree, plain, path), plain, path);
  const nothing = madePlain(tree, undefined, path);
  return [plainHere, nothing].flatMap((node) => (node === undefined ? [] : [printTextTree(node)]));
}

/**
 * Says of smaller bodies of an invalid one whether the same is wrong with them: what stands at the place, without which
 * they would be valid. Where that does not hold of the first body, it says so of all.
 */
export function faultStays(
  first: string,
  pointer: string,
  { plain, isValid }: { readonly plain: TextNode | undefined; readonly isValid: (body: string) => boolean },
): (body: string) => boolean {
  const isAtPlace = (body: string): boolean => {
    const tree = readTextTree(body);
    return tree !== undefined && mended(tree, plain, pointer).some(isValid);
  };
  return pointer !== '' && isAtPlace(first) ? isAtPlace : () => true;
}
