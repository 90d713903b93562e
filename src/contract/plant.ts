import { bodyBytes, type Case } from './case';
import { isJsonObject, type JsonValue, parseJson, RawJson, stringifyJson } from './json';
import { fromPointer, toPointer, valuesAt } from './pointer';
import { childOf, replaceChild } from './replace-at';
import { textAt } from './text-at';

/** Where the value that a case is about stands in its body; `undefined` where the case is about the whole text. */
function placeOf(testCase: Case, body: JsonValue): string | undefined {
  if (testCase.pointer !== undefined) return testCase.pointer === '' ? undefined : testCase.pointer;
  const [site, ...others] = Object.keys(testCase.classes);
  if (site === undefined || site === '' || others.length > 0) return undefined;
  const cut = site.lastIndexOf('/');
  const parent = valuesAt(body, site.slice(0, cut))[0];
  return valuesAt(body, site)[0]?.pointer ?? (parent && parent.pointer + site.slice(cut).replace('~2', ''));
}

/** The body of a case, where it is JSON text. */
function readBody(testCase: Case): { text: string; body: JsonValue } | undefined {
  if (testCase.body === undefined) return undefined;
  try {
    return { text: testCase.body, body: parseJson(testCase.body) };
  } catch {
    return undefined;
  }
}

const raw = (text: string | undefined): RawJson | undefined => (text === undefined ? undefined : new RawJson(text));

/**
 * Puts the departure of a case into an answer: the value that stands at the case's place takes the place of the
 * answer's own, or is left out as there. What the answer lacks on the way is taken from the case. Of a case about the
 * whole text (truncated, two documents, another root) the result is the case's own bytes.
 */
export function plant(testCase: Case, answer: JsonValue): Buffer {
  const read = readBody(testCase);
  const place = read === undefined ? undefined : placeOf(testCase, read.body);
  if (read === undefined || place === undefined) return bodyBytes(testCase);
  const segments = fromPointer(place);
  const within = (here: JsonValue, depth: number): JsonValue | undefined => {
    const segment = segments[depth];
    const isContainer = Array.isArray(here) || isJsonObject(here);
    if (segment === undefined || !isContainer) return raw(textAt(read.text, toPointer(segments.slice(0, depth))));
    const child = childOf(here, segment);
    const inner =
      child === undefined ? raw(textAt(read.text, toPointer(segments.slice(0, depth + 1)))) : within(child, depth + 1);
    return replaceChild(here, segment, inner);
  };
  return Buffer.from(stringifyJson(within(answer, 0) ?? null), 'utf8');
}
