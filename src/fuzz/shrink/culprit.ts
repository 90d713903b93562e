import { childPointer, fromPointer } from '../../contract';
import { printTextTree, readTextTree, type TextNode } from '../text-tree';

/** The places at which a tree is not plain: changed values, and members that are there beside the plain ones. */
function unusual(node: TextNode, plain: TextNode | undefined, at: string): string[] {
  if (plain === undefined || node.kind !== plain.kind) return [at];
  if (node.kind === 'leaf') return node.text === (plain as typeof node).text ? [] : [at];
  if (node.kind === 'array') {
    const items = (plain as typeof node).items;
    if (node.items.length !== items.length && node.items.length !== 1) return [at];
    return node.items.flatMap((item, index) => unusual(item, items[index], childPointer(at, index)));
  }
  const members = (plain as typeof node).members;
  return node.members.flatMap(({ name, value }) =>
    unusual(value, members.find((member) => member.name === name)?.value, childPointer(at, name)),
  );
}

/** Members of the plain body that a body lacks. */
function lacking(node: TextNode, plain: TextNode): string[] {
  if (node.kind !== 'object' || plain.kind !== 'object') return [];
  const names = new Set(node.members.map(({ name }) => name));
  return plain.members.filter(({ name }) => !names.has(name)).map(({ name }) => name);
}

const withMember = (node: TextNode, plain: TextNode, name: string): string =>
  node.kind !== 'object' || plain.kind !== 'object'
    ? printTextTree(node)
    : printTextTree({ ...node, members: [...node.members, ...plain.members.filter((member) => member.name === name)] });

const without = (node: TextNode, name: string): string =>
  node.kind === 'object'
    ? printTextTree({ ...node, members: node.members.filter((member) => member.name !== name) })
    : printTextTree(node);

/** A tree with what a plain one has at a place; without the place, where that has nothing there. */
export function madePlain(
  node: TextNode,
  plain: TextNode | undefined,
  [key, ...rest]: readonly string[],
): TextNode | undefined {
  if (key === undefined) return plain;
  if (node.kind === 'array') {
    const items = node.items.flatMap((item, index) => {
      const inner = plain?.kind === 'array' ? plain.items[index] : undefined;
      return String(index) === key ? (madePlain(item, inner, rest) ?? []) : [item];
    });
    return { kind: 'array', items };
  }
  if (node.kind === 'leaf') return node;
  const members = node.members.flatMap((member) => {
    if (member.name !== key) return [member];
    const inner = plain?.kind === 'object' ? plain.members.find(({ name }) => name === key)?.value : undefined;
    const value = madePlain(member.value, inner, rest);
    return value === undefined ? [] : [{ ...member, value }];
  });
  return { kind: 'object', members };
}

/** The place without which it does not fail; the first one where nothing tells. */
async function oneOf(
  places: readonly string[],
  tree: TextNode,
  plain: TextNode,
  fails: (body: string) => Promise<boolean>,
): Promise<string> {
  const [first = ''] = places;
  if (places.length === 1) return first;
  for (const place of places) {
    const body = madePlain(tree, plain, fromPointer(place));
    if (body !== undefined && !(await fails(printTextTree(body)))) return place;
  }
  return first;
}

/**
 * Where in a smallest failing body the cause lies: at what is unusual in it, and without which it does not fail; else at
 * the member whose presence, or whose absence, makes it fail. `''` where nothing tells.
 */
export async function culpritOf(
  body: string,
  plain: string,
  fails: (body: string) => Promise<boolean>,
): Promise<string> {
  const [tree, plainTree] = [readTextTree(body), readTextTree(plain)];
  if (tree === undefined || plainTree === undefined) return '';
  const places = unusual(tree, plainTree, '');
  // What fails with a plain body, too, as for a header, has no cause in this one.
  if (places.length > 0) return (await fails(plain)) ? '' : oneOf(places, tree, plainTree, fails);
  for (const name of lacking(tree, plainTree))
    if (!(await fails(withMember(tree, plainTree, name)))) return childPointer('', name);
  if (tree.kind !== 'object') return '';
  for (const { name } of tree.members) if (!(await fails(without(tree, name)))) return childPointer('', name);
  return '';
}
