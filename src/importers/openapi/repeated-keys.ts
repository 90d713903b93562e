import { JsonTokens } from '../../contract';

/** A key that its object has already. */
export interface RepeatedKey {
  readonly key: string;
  /** Counted from 1. */
  readonly line: number;
}

const linesIn = (text: string): number => text.split('\n').length - 1;

/**
 * The keys of a JSON text that stand in one object twice, which `JSON.parse` passes over in silence.
 * @param text which must be JSON.
 */
export function repeatedKeys(text: string): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const open: (Set<string> | undefined)[] = [];
  let [line, counted, isKeyNext] = [1, 0, false];
  for (const tokens = new JsonTokens(text); tokens.text !== ''; tokens.next()) {
    const keys = open.at(-1);
    if (isKeyNext && tokens.text.startsWith('"')) {
      const key = JSON.parse(tokens.text) as string;
      if (keys?.has(key)) {
        line += linesIn(text.slice(counted, tokens.start));
        counted = tokens.start;
        found.push({ key, line });
      }
      keys?.add(key);
    }
    if (tokens.text === '{') open.push(new Set());
    else if (tokens.text === '[') open.push(undefined);
    else if (tokens.text === '}' || tokens.text === ']') open.pop();
    isKeyNext = tokens.text === '{' || (tokens.text === ',' && open.at(-1) !== undefined);
  }
  return found;
}
