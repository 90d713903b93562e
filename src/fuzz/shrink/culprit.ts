import { childPointer } from '../../contract';
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

/**
 * Where in a smallest failing body the cause lies: at what is unusual in it; else at the member whose presence, or
 * whose absence, makes it fail. `''` where nothing tells.
 */
export async function culpritOf(
  body: string,
  plain: string,
  fails: (body: string) => Promise<boolean>,
): Promise<string> {
  const [tree, plainTree] = [readTextTree(body), readTextTree(plain)];
  if (tree === undefined || plainTree === undefined) return '';
  const [first] = unusual(tree, plainTree, '');
  if (first !== undefined) return first;
  for (const name of lacking(tree, plainTree))
    if (!(await fails(withMember(tree, plainTree, name)))) return childPointer('', name);
  if (tree.kind !== 'object') return '';
  for (const { name } of tree.members) if (!(await fails(without(tree, name)))) return childPointer('', name);
  return '';
}
