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

const TOKEN = /[\s]*("(?:[^"\\]|\\.)*"|[-+.\w]+|[{}[\],:])/y;

/** Reads tokens of a text that is known to be JSON. */
class Reader {
  private at = 0;
  private token = '';

  constructor(private readonly text: string) {
    this.next();
  }

  node(): TextNode {
    const { token } = this;
    this.next();
    if (token === '[') return { kind: 'array', items: this.until(']', () => this.node()) };
    if (token === '{') return { kind: 'object', members: this.until('}', () => this.member()) };
    return { kind: 'leaf', text: token };
  }

  private member(): TextMember {
    const quoted = this.token;
    this.next();
    this.next();
    return { quoted, name: JSON.parse(quoted) as string, value: this.node() };
  }

  private until<T>(end: string, read: () => T): T[] {
    const found: T[] = [];
    while (this.token !== end) {
      found.push(read());
      if (this.token === ',') this.next();
    }
    this.next();
    return found;
  }

  private next(): void {
    TOKEN.lastIndex = this.at;
    const match = TOKEN.exec(this.text);
    this.token = match?.[1] ?? '';
    this.at += match?.[0].length ?? 0;
  }
}

/** The tree of a JSON text (RFC 8259); `undefined` where it is none, or is nested too deeply to be read. */
export function readTextTree(text: string): TextNode | undefined {
  try {
    JSON.parse(text);
    return new Reader(text).node();
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
