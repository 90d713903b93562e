import { Refused } from './facts';

/** What is told while a JSON text is read, from left to right. */
export interface Handler {
  readonly value: (value: string | number | bigint | boolean | null) => void;
  readonly key: (name: string) => void;
  readonly open: (kind: '{' | '[') => void;
  readonly close: () => void;
}

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 forbids them within texts
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)|(true|false|null)(?!\w))/y;
const END = /[ \t\r\n]*$/y;

const numberFrom = (text: string): number | bigint => {
  const value = Number(text);
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(value) ? BigInt(text) : value;
};

/** Reads a JSON text without holding it as a value; depth is a list, not the stack. @throws Refused where it is none. */
export function readEvents(text: string, handler: Handler): void {
  const open: ('{' | '[')[] = [];
  let at = 0;
  // What may come next: a value, a name, a colon, or what follows a value.
  let due: 'value' | 'first name' | 'name' | 'colon' | 'after' | 'first item' = 'value';
  while (due !== 'after' || open.length > 0) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) throw new Refused(`not JSON at ${at}`);
    at = TOKEN.lastIndex;
    const [, mark, quoted, number, word] = match;
    const isValue = due === 'value' || due === 'first item';
    if (quoted !== undefined && (due === 'name' || due === 'first name')) {
      handler.key(JSON.parse(quoted) as string);
      due = 'colon';
    } else if (mark === ':' && due === 'colon') due = 'value';
    else if ((mark === '{' || mark === '[') && isValue) {
      handler.open(mark);
      open.push(mark);
      due = mark === '{' ? 'first name' : 'first item';
    } else if (isClosing(mark, open.at(-1), due)) {
      open.pop();
      handler.close();
      due = 'after';
    } else if (mark === ',' && due === 'after') due = open.at(-1) === '{' ? 'name' : 'value';
    else if (mark === undefined && isValue) {
      if (quoted !== undefined) handler.value(JSON.parse(quoted) as string);
      else handler.value(number === undefined ? (JSON.parse(word as string) as boolean | null) : numberFrom(number));
      due = 'after';
    } else throw new Refused(`not JSON at ${at}`);
  }
  END.lastIndex = at;
  if (!END.test(text)) throw new Refused(`more than JSON at ${at}`);
}

const isClosing = (mark: string | undefined, innermost: string | undefined, due: string): boolean =>
  (mark === '}' && innermost === '{' && (due === 'after' || due === 'first name')) ||
  (mark === ']' && innermost === '[' && (due === 'after' || due === 'first item'));

export type Json = string | number | bigint | boolean | null | Json[] | Map<string, Json>;

/** The text as values: Maps for objects, so that every name is data; bigints past what a double holds. */
export function readJson(text: string): Json {
  const holders: (Json[] | Map<string, Json>)[] = [];
  const names: (string | undefined)[] = [];
  let root: Json = null;
  let name: string | undefined;
  const put = (value: Json): void => {
    const holder = holders.at(-1);
    if (holder === undefined) root = value;
    else if (Array.isArray(holder)) holder.push(value);
    else holder.set(name as string, value);
  };
  readEvents(text, {
    value: put,
    key: (found) => {
      name = found;
    },
    open: (kind) => {
      const holder: Json[] | Map<string, Json> = kind === '{' ? new Map() : [];
      put(holder);
      holders.push(holder);
      names.push(name);
    },
    close: () => {
      holders.pop();
      name = names.pop();
    },
  });
  return root;
}
