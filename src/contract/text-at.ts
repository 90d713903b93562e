import { JsonTokens } from './json-tokens';
import { fromPointer } from './pointer';

/** A part of a text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the member or item stands in the container that begins at `from`; of a name given twice the last one. */
function childIn(text: string, from: number, segment: string): Span | undefined {
  const tokens = new JsonTokens(text, from);
  const isObject = tokens.text === '{';
  if (!isObject && tokens.text !== '[') return undefined;
  tokens.next();
  let found: Span | undefined;
  for (let index = 0; !['}', ']', ''].includes(tokens.text); index += 1) {
    const name = isObject ? tokens.takeName() : String(index);
    const { start } = tokens;
    const end = tokens.skipValue();
    if (name === segment) found = { start, end };
    if (tokens.text === ',') tokens.next();
  }
  return found;
}

/**
 * The text of the value at a JSON pointer as it stands in a JSON text, so that `1.0`, `1e999` and a name given twice
 * are kept; `undefined` where there is none. The text must be JSON.
 */
export function textAt(text: string, pointer: string): string | undefined {
  const whole = new JsonTokens(text);
  let span: Span | undefined = { start: whole.start, end: whole.skipValue() };
  for (const segment of fromPointer(pointer)) {
    span = childIn(text, span.start, segment);
    if (span === undefined) return undefined;
  }
  return text.slice(span.start, span.end);
}
