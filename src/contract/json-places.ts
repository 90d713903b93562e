import { JsonTokens } from './json-tokens';
import { childPointer } from './pointer';

/** A token of a JSON text, and the place of the value that it is or begins. */
export interface JsonPlace {
  /** The token of a scalar, or the bracket that begins an object or an array. */
  readonly token: string;
  /** Where the token begins. */
  readonly start: number;
  readonly pointer: string;
  /** Whether the member's name stands in its object already. */
  readonly isRepeated: boolean;
}

interface Open {
  readonly pointer: string;
  /** The names so far; of an array how many items there were. */
  readonly names: Set<string> | undefined;
  count: number;
}

/** Enters a member: gives its place and whether its name was there before. */
function memberOf(open: Open, tokens: JsonTokens): Pick<JsonPlace, 'pointer' | 'isRepeated'> {
  if (open.names === undefined) {
    open.count += 1;
    return { pointer: `${open.pointer}/${open.count - 1}`, isRepeated: false };
  }
  const name = tokens.takeName();
  const isRepeated = open.names.has(name);
  open.names.add(name);
  return { pointer: childPointer(open.pointer, name), isRepeated };
}

/**
 * Walks over every value of a JSON text, outer before inner, as it stands there: with all digits, and each time that a
 * name stands in its object. Keeps its own stack, so that depth is no limit. The text must be JSON.
 */
export function* jsonPlaces(text: string): Generator<JsonPlace> {
  const stack: Open[] = [];
  const tokens = new JsonTokens(text);
  while (tokens.text !== '') {
    if (tokens.text === '}' || tokens.text === ']') stack.pop();
    else if (tokens.text !== ',') {
      const open = stack.at(-1);
      const { pointer, isRepeated } = open === undefined ? { pointer: '', isRepeated: false } : memberOf(open, tokens);
      const { text: token, start } = tokens;
      yield { token, start, pointer, isRepeated };
      if (token === '{') stack.push({ pointer, names: new Set(), count: 0 });
      if (token === '[') stack.push({ pointer, names: undefined, count: 0 });
    }
    tokens.next();
  }
}
