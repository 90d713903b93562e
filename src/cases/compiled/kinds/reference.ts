import { isJsonObject, type JsonObject, type JsonValue, type ReferenceSchema, stringifyJson } from '../../../contract';
import type { Making } from '../../classes';
import type { Compiled } from '../compiled';

/** No more than so many values within a value are looked at, and tried. */
const [MOST_SEEN, MOST_TRIED] = [200, 4];

const within = (value: JsonValue): readonly JsonValue[] => {
  if (Array.isArray(value)) return value;
  return isJsonObject(value) ? Object.values(value as JsonObject) : [];
};

/** The values within a value that could stand for it, as a tree's subtrees; the smallest first. */
function ownKind(value: JsonValue, isOne: (inner: JsonValue) => boolean): JsonValue[] {
  const seen = [...within(value)];
  for (let index = 0; index < seen.length && seen.length < MOST_SEEN; index += 1)
    seen.push(...within(seen[index] as JsonValue));
  const sized = seen
    .filter((inner) => within(inner).length > 0 && isOne(inner))
    .map((inner) => [inner, stringifyJson(inner).length] as const);
  return sized
    .sort(([, left], [, right]) => left - right)
    .slice(0, MOST_TRIED)
    .map(([inner]) => inner);
}

/**
 * A model as it is entered: the source counts how deep. A value of a model within which others of its kind lie
 * is replaced by one of them, where that does; then it is made simpler as any other.
 */
export function entering(name: string, inner: () => Compiled, making: Making): Compiled {
  const schema: ReferenceSchema = { kind: 'reference', name };
  return {
    draw: (source) => {
      source.enter();
      const value = inner().draw(source);
      source.leave();
      return value;
    },
    write: (source) => {
      source.enter();
      const text = inner().write(source);
      source.leave();
      return text;
    },
    simplest: () => inner().simplest(),
    steps: function* (value, from) {
      if (from.stage === 0)
        for (const lesser of ownKind(value, (one) => making.allows(schema, one)))
          yield { value: lesser, next: { stage: 0 } };
      for (const { value: found, next } of inner().steps(value, from.inner ?? { stage: 0 }))
        yield { value: found, next: { stage: 1, inner: next } };
    },
  };
}
