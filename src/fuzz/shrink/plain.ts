import type { TextNode } from '../text-tree';

type ObjectNode = Extract<TextNode, { kind: 'object' }>;

const memberOf = (node: TextNode, name: string): TextNode | undefined =>
  node.kind === 'object' ? node.members.find((member) => member.name === name)?.value : undefined;

const isEqualLeaf = (left: TextNode, right: TextNode | undefined): boolean =>
  left.kind === 'leaf' && right?.kind === 'leaf' && left.text === right.text;

/** How much of an object another one has: a member of the same text, as that which tells branches apart, says the most. */
const likeness = (node: ObjectNode, other: TextNode): number =>
  node.members.reduce((sum, { name, value }) => {
    const same = memberOf(other, name);
    return sum + (same === undefined ? 0 : isEqualLeaf(value, same) ? 3 : 1);
  }, 0);

/** The first of the most alike. */
function mostLike(node: TextNode, plains: readonly TextNode[]): TextNode | undefined {
  const same = plains.filter(({ kind }) => kind === node.kind);
  if (node.kind !== 'object') return same[0] ?? plains[0];
  return same.reduce<TextNode | undefined>(
    (best, other) => (best === undefined || likeness(node, other) > likeness(node, best) ? other : best),
    undefined,
  );
}

const ofEach = (plains: readonly TextNode[], inner: (plain: TextNode) => TextNode | undefined): TextNode[] =>
  plains.flatMap((plain) => inner(plain) ?? []);

/**
 * Returns what a tree would be were nothing special about it, put together of trees of which nothing is: at each place
 * the branch of a union that the tree has there. `undefined` where there is none of them.
 */
export function plainLike(node: TextNode, plains: readonly TextNode[]): TextNode | undefined {
  const best = mostLike(node, plains);
  if (best === undefined) return undefined;
  const others = [best, ...plains.filter((plain) => plain !== best)];
  if (best.kind === 'object' && node.kind === 'object')
    return {
      kind: 'object',
      members: best.members.map((member) => {
        const own = memberOf(node, member.name);
        const alike =
          own &&
          plainLike(
            own,
            ofEach(others, (plain) => memberOf(plain, member.name)),
          );
        return { ...member, value: alike ?? member.value };
      }),
    };
  if (best.kind === 'array' && node.kind === 'array')
    return {
      kind: 'array',
      items: best.items.map((item, index) => {
        const own = node.items[index];
        const items = [item, ...others.flatMap((plain) => (plain.kind === 'array' ? plain.items : []))];
        return (own && plainLike(own, items)) ?? item;
      }),
    };
  return best;
}
