/** Brackets, and strings with the colon that makes them keys. */
const TOKENS = /[{}[\]]|"(?:[^"\\]|\\.)*"(\s*:)?/g;

/** A key that its object has already. */
export interface RepeatedKey {
  readonly key: string;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * The keys of a JSON text that stand in one object twice, which `JSON.parse` passes over in silence.
 * @param text which must be JSON.
 */
export function repeatedKeys(text: string): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const open: (Set<string> | undefined)[] = [];
  let [line, counted] = [1, 0];
  for (const { 0: token, 1: colon, index } of text.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const key = JSON.parse(token.slice(0, -colon.length)) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) {
        line += text.slice(counted, index).split('\n').length - 1;
        counted = index;
        found.push({ key, line });
      }
      keys?.add(key);
    }
  }
  return found;
}
