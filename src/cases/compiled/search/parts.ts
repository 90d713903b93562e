import { equalJson, type JsonValue } from '../../../contract';
import type { Searched } from '../compiled';
import { allUnits, bisect } from './bisect';
import type { Cursor, Step } from './cursor';

/** A member or an item, and what is known of its schema. */
export interface Part {
  readonly value: JsonValue;
  readonly compiled: Searched;
}

const isSimplest = ({ value, compiled }: Part): boolean => equalJson(value, compiled.simplest());

/**
 * Makes the parts of a value simpler: as many as can be to their simplest at once, then each of the rest by itself.
 * @param put the value with other values at some of its parts.
 * @param stage the stages are this one and the next.
 */
export function* simplify<T>(
  parts: readonly Part[],
  put: (changes: ReadonlyMap<number, JsonValue>) => T,
  from: Cursor,
  stage: number,
): Generator<Step<T>> {
  if (from.stage <= stage) {
    const open = parts.flatMap((part, index) => (isSimplest(part) ? [] : [index]));
    const away = (first: number, last: number): T =>
      put(new Map(open.slice(first, last).map((index) => [index, (parts[index] as Part).compiled.simplest()])));
    yield* bisect((from.stage === stage ? from.ranges : undefined) ?? allUnits(open.length), away, stage);
  }
  const begun = from.stage > stage ? from : undefined;
  for (let index = begun?.index ?? 0; index < parts.length; index += 1) {
    const part = parts[index] as Part;
    if (isSimplest(part)) continue;
    const inner = index === begun?.index ? begun.inner : undefined;
    for (const { value, next } of part.compiled.steps(part.value, inner ?? { stage: 0 }))
      yield { value: put(new Map([[index, value]])), next: { stage: stage + 1, index, inner: next } };
  }
}
