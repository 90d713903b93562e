import { equalJson, type JsonObject, type JsonValue, stringifyJson } from '../../contract';

/** How many valid updates are looked at for values that differ. */
const LOOKED_AT = 40;

/** Longer values are for other calls: these are to be read. */
const READABLE = 80;

/**
 * An update that would change all that can be changed: of each member that updates write, the first value that is not
 * the one before. What a service keeps of it though it refused it is then seen.
 */
export function contrary(updates: Iterable<JsonObject>, before: JsonObject): JsonObject {
  const found = new Map<string, JsonValue>();
  let left = LOOKED_AT;
  for (const update of updates) {
    for (const [name, value] of Object.entries(update)) {
      const there = Object.hasOwn(before, name) ? before[name] : undefined;
      const differs = there === undefined || !equalJson(value, there);
      const isReadable = stringifyJson(value).length <= READABLE;
      if (!found.has(name) && differs && isReadable) found.set(name, value);
    }
    left -= 1;
    if (left === 0) break;
  }
  return Object.fromEntries(found);
}
