import { JsonTokens } from '../contract';

/**
 * A JSON text as a tree that prints as it was written: numbers and strings keep their spelling, names that occur
 * twice stay twice. What is cut out of it or put into it leaves the rest untouched.
 */
export type TextNode =
  | { readonly kind: 'leaf'; readonly text: string }
  | { readonly kind: 'array'; readonly items: readonly TextNode[] }
  | { readonly kind: 'object'; readonly members: readonly TextMember[] };

/** A member of an object. */
interface TextMember {
  /** The name as it stands in the text, with its quotes. */
  readonly quoted: string;
  /** The name that it means. */
  readonly name: string;
  readonly value: TextNode;
}

function nodeAt(tokens: JsonTokens): TextNode {
  const { text } = tokens;
  tokens.next();
  if (text === '[') return { kind: 'array', items: until(']', tokens, () => nodeAt(tokens)) };
  if (text === '{') return { kind: 'object', members: until('}', tokens, () => memberAt(tokens)) };
  return { kind: 'leaf', text };
}

function memberAt(tokens: JsonTokens): TextMember {
  const quoted = tokens.text;
  return { quoted, name: tokens.takeName(), value: nodeAt(tokens) };
}

function until<T>(end: string, tokens: JsonTokens, read: () => T): T[] {
  const found: T[] = [];
  while (tokens.text !== end) {
    found.push(read());
    if (tokens.text === ',') tokens.next();
  }
  tokens.next();
  return found;
}

/** The tree of a JSON text (RFC 8259); `undefined` where it is none, or is nested too deeply to be read. */
export function readTextTree(text: string): TextNode | undefined {
  try {
    JSON.parse(text);
    return nodeAt(new JsonTokens(text));
  } catch {
    return undefined;
  }
}

/** The text of a tree, compact. */
export function printTextTree(node: TextNode): string {
  if (node.kind === 'leaf') return node.text;
  if (node.kind === 'array') return `[${node.items.map(printTextTree).join(',')}]`;
  return `{${node.members.map(({ quoted, value }) => `${quoted}:${printTextTree(value)}`).join(',')}}`;
}
