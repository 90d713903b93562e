import { isJsonObject, type JsonObject, type JsonValue } from './json';
import { fromPointer } from './pointer';

function withMember(object: JsonObject, name: string, value: JsonValue | undefined): JsonObject {
  const entries = new Map(Object.entries(object));
  if (value === undefined) entries.delete(name);
  else entries.set(name, value);
  return Object.fromEntries(entries);
}

function withItem(items: readonly JsonValue[], index: number, value: JsonValue | undefined): JsonValue[] {
  if (value === undefined) return items.filter((_item, place) => place !== index);
  return index < items.length ? items.with(index, value) : [...items, value];
}

/** A copy of an object or an array with one of its values replaced, added, or (`undefined`) left out. */
export function replaceChild(value: JsonValue, segment: string, replacement: JsonValue | undefined): JsonValue {
  if (Array.isArray(value)) return withItem(value, Number(segment), replacement);
  return isJsonObject(value) ? withMember(value, segment, replacement) : value;
}

/** The value of a member or an item; `undefined` where there is none. Only own members count. */
export function childOf(value: JsonValue, segment: string): JsonValue | undefined {
  if (Array.isArray(value)) return value[Number(segment)] as JsonValue | undefined;
  return isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}

/**
 * A copy with the value at a JSON pointer replaced, added, or (`undefined`) left out; unchanged where there is nothing
 * to put it into. Members keep their order; an index past the end appends.
 */
export function replaceAt(value: JsonValue, pointer: string, replacement: JsonValue | undefined): JsonValue {
  const within = (here: JsonValue, segments: readonly string[]): JsonValue => {
    const [segment = '', ...rest] = segments;
    if (rest.length === 0) return replaceChild(here, segment, replacement);
    const child = childOf(here, segment);
    return child === undefined ? here : replaceChild(here, segment, within(child, rest));
  };
  return pointer === '' ? (replacement ?? value) : within(value, fromPointer(pointer));
}
