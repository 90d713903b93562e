import type { TextNode } from '../text-tree';
import type { Variation } from './variation';

function print(node: TextNode, gap: string): string {
  if (node.kind === 'leaf') return node.text;
  const within = (parts: readonly string[]): string => parts.map((part) => `${gap}${part}${gap}`).join(',');
  if (node.kind === 'array') return `[${within(node.items.map((item) => print(item, gap)))}${gap}]`;
  return `{${within(node.members.map(({ quoted, value }) => `${quoted}${gap}:${gap}${print(value, gap)}`))}${gap}}`;
}

const GAPS = [' ', '\n', '\t', '\r\n  '];

/** RFC 8259, section 2: insignificant white space is allowed before and after each structural character. */
export const whiteSpace: Variation = {
  rule: 'white-space-matters',
  difference: 'white space between the tokens',
  make: (body, turn) => print(body, GAPS[turn % GAPS.length] as string),
};
