const OPENING = '<[({';
const CLOSING = '>])}';

/** Splits where a mark stands outside of all brackets. @param mark anchored by `^`, tried at each position. */
export function splitOutside(text: string, mark: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] as string;
    if (OPENING.includes(character)) depth += 1;
    // `->` and `=>` close nothing.
    else if (CLOSING.includes(character) && !/[-=]/.test(text[index - 1] ?? '')) depth -= 1;
    else if (depth === 0 && character !== ' ' && text[index - 1] !== ':' && mark.test(text.slice(index, index + 2))) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** What stands between two brackets that enclose all of a text. */
export function within(text: string, open: string, close: string): string | undefined {
  if (!text.startsWith(open) || !text.endsWith(close) || text.length < 3) return undefined;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === open) depth += 1;
    if (text[index] === close) depth -= 1;
    if (depth === 0 && index < text.length - 1) return undefined;
  }
  return depth === 0 ? text.slice(1, -1).trim() : undefined;
}

/** `Map<String, Pet>` as its head and its arguments, whatever the brackets; `undefined` for what is no such text. */
export function argumentsOf(text: string): { head: string; args: string[] } | undefined {
  const start = text.search(/[<[({]/);
  if (start <= 0) return undefined;
  const open = text[start] as string;
  const content = within(text.slice(start), open, CLOSING[OPENING.indexOf(open)] as string);
  if (content === undefined) return undefined;
  return { head: text.slice(0, start).trim(), args: splitOutside(content, /^,/).map((part) => part.trim()) };
}
