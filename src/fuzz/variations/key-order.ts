import { printTextTree, type TextNode } from '../text-tree';
import type { Variation } from './variation';

function reordered(node: TextNode, turn: number): TextNode {
  if (node.kind === 'leaf') return node;
  if (node.kind === 'array') return { kind: 'array', items: node.items.map((item) => reordered(item, turn)) };
  const members = node.members.map((member) => ({ ...member, value: reordered(member.value, turn) }));
  return { kind: 'object', members: ORDERS[turn % ORDERS.length]?.(members) ?? members };
}

const ORDERS: readonly (<T extends { readonly name: string }>(members: T[]) => T[])[] = [
  (members) => members.toReversed(),
  (members) => members.toSorted((left, right) => (left.name < right.name ? -1 : 1)),
  (members) => [...members.slice(Math.ceil(members.length / 2)), ...members.slice(0, Math.ceil(members.length / 2))],
];

const hasNameTwice = (node: TextNode): boolean => {
  if (node.kind === 'leaf') return false;
  if (node.kind === 'array') return node.items.some(hasNameTwice);
  const names = new Set(node.members.map(({ name }) => name));
  return names.size < node.members.length || node.members.some(({ value }) => hasNameTwice(value));
};

/** RFC 8259, section 1: an object is an unordered collection. */
export const keyOrder: Variation = {
  rule: 'key-order-matters',
  difference: 'another order of the members',
  make: (body, turn) => (hasNameTwice(body) ? undefined : printTextTree(reordered(body, turn))),
};
