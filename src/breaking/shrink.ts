import { isJsonObject, type JsonValue } from '../contract';

/** Every value that is one member or item shorter, somewhere in it: the largest parts first. */
function* smaller(value: JsonValue): Generator<JsonValue> {
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    for (const index of items.keys()) yield items.filter((_, other) => other !== index);
    for (const [index, item] of items.entries())
      for (const inner of smaller(item)) yield items.map((old, other) => (other === index ? inner : old));
  } else if (isJsonObject(value)) {
    const members = Object.entries(value);
    for (const [name] of members) yield Object.fromEntries(members.filter(([other]) => other !== name));
    for (const [name, member] of members)
      for (const inner of smaller(member))
        yield Object.fromEntries(members.map(([other, old]) => [other, other === name ? inner : old]));
  }
}

/** The most tries that a value is made smaller by. */
const TRIES = 5_000;

/** A value with all taken away that can be, so that it still shows what it is wanted for. */
export function shrink(value: JsonValue, stillShows: (value: JsonValue) => boolean): JsonValue {
  let here = value;
  let tries = 0;
  const shorter = (): JsonValue | undefined => {
    for (const candidate of smaller(here)) {
      tries += 1;
      if (tries > TRIES) return undefined;
      if (stillShows(candidate)) return candidate;
    }
    return undefined;
  };
  for (let next = shorter(); next !== undefined; next = shorter()) here = next;
  return here;
}
