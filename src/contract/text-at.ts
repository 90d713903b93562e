import { fromPointer } from './pointer';

const TOKEN = /\s*([{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+)/y;

interface Token {
  readonly text: string;
  /** Where the token begins, after the blanks before it. */
  readonly start: number;
  readonly end: number;
}

function tokenAt(text: string, from: number): Token {
  TOKEN.lastIndex = from;
  const found = TOKEN.exec(text)?.[1] ?? '';
  const end = found === '' ? text.length : TOKEN.lastIndex;
  return { text: found, start: end - found.length, end };
}

/** Where the value that begins at `start` ends. Counts brackets instead of recurring: depth is a case like any other. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  let here = start;
  do {
    const token = tokenAt(text, here);
    if (token.text === '') return text.length;
    if (token.text === '{' || token.text === '[') depth += 1;
    if (token.text === '}' || token.text === ']') depth -= 1;
    here = token.end;
  } while (depth > 0);
  return here;
}

/** Where the member or item begins in the container that opens at `start`; of a name given twice the last one. */
function childStart(text: string, start: number, segment: string): number | undefined {
  const open = tokenAt(text, start);
  if (open.text !== '{' && open.text !== '[') return undefined;
  let found: number | undefined;
  let here = open.end;
  for (let index = 0; ; index += 1) {
    const first = tokenAt(text, here);
    if (first.text === '}' || first.text === ']' || first.text === '') return found;
    const isMember = open.text === '{';
    const value = isMember ? tokenAt(text, tokenAt(text, first.end).end).start : first.start;
    const name = isMember ? (JSON.parse(first.text) as string) : String(index);
    if (name === segment) found = value;
    const after = tokenAt(text, endOfValue(text, value));
    here = after.text === ',' ? after.end : after.start;
  }
}

/**
 * The text of the value at a JSON pointer as it stands in a JSON text, so that `1.0`, `1e999` and a name given twice
 * are kept; `undefined` where there is none. The text must be JSON.
 */
export function textAt(text: string, pointer: string): string | undefined {
  let start: number | undefined = tokenAt(text, 0).start;
  for (const segment of fromPointer(pointer)) {
    start = childStart(text, start, segment);
    if (start === undefined) return undefined;
  }
  return text.slice(start, endOfValue(text, start));
}
