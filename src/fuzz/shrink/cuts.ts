import { shorterLists } from '../../contract';
import { printTextTree, type TextNode } from '../text-tree';

/** Smaller texts of a value: shorter, and simpler of the same length. */
function* simplerLeaves(text: string): Generator<string> {
  if (text.startsWith('"')) {
    const inside = JSON.parse(text) as string;
    const points = Array.from(inside);
    for (const kept of [0, 1, Math.floor(points.length / 2), points.length - 1]) {
      if (kept >= 0 && kept < points.length) yield JSON.stringify(points.slice(0, kept).join(''));
    }
  } else if (/\d/.test(text)) {
    if (text !== '0') yield '0';
    if (text !== '0' && text !== '1') yield '1';
  }
}

const atMember = (plain: TextNode | undefined, name: string): TextNode | undefined =>
  plain?.kind === 'object' ? plain.members.find((member) => member.name === name)?.value : undefined;

const withItem = <T>(list: readonly T[], index: number, item: T): T[] =>
  list.map((old, other) => (other === index ? item : old));

/** Whether a plain value may stand for another one: any leaf for a leaf, else only a shorter one. */
const isPlainer = (plain: TextNode, node: TextNode): boolean =>
  (plain.kind === 'leaf' && node.kind === 'leaf') || printTextTree(plain).length <= printTextTree(node).length;

/** Trees that are smaller by one cut, or plainer; `plain` holds values that are nothing special and stay as they are. */
function* smaller(node: TextNode, plain: TextNode | undefined): Generator<TextNode> {
  if (plain !== undefined && printTextTree(plain) === printTextTree(node) && node.kind === 'leaf') return;
  if (plain !== undefined && isPlainer(plain, node)) yield plain;
  if (node.kind === 'leaf') {
    for (const text of simplerLeaves(node.text)) yield { kind: 'leaf', text };
    return;
  }
  if (node.kind === 'array') {
    for (const items of shorterLists(node.items)) yield { kind: 'array', items };
    for (const [index, item] of node.items.entries())
      for (const less of smaller(item, plain?.kind === 'array' ? plain.items[0] : undefined))
        yield { kind: 'array', items: withItem(node.items, index, less) };
    return;
  }
  for (const members of shorterLists(node.members)) yield { kind: 'object', members };
  for (const [index, member] of node.members.entries())
    for (const value of smaller(member.value, atMember(plain, member.name)))
      yield { kind: 'object', members: withItem(node.members, index, { ...member, value }) };
}

/** The texts of a tree with one thing cut out of it, or made plainer. */
export function* cutsOf(tree: TextNode, plain: TextNode | undefined): Generator<string> {
  for (const less of smaller(tree, plain)) yield printTextTree(less);
}
