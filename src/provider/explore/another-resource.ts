import type { JsonObject, JsonValue } from '../../contract';

const changedEnd = (value: JsonValue): JsonValue =>
  typeof value === 'string' ? value.replace(/.$/u, (last) => (last === '0' ? '1' : '0')) : value;

/** A resource that is not there: the one that is, with another value of a member that says which it is. */
export function anotherResource(resource: JsonObject, pointer: string): JsonObject {
  const name = pointer.slice(1);
  const value = Object.hasOwn(resource, name) ? resource[name] : undefined;
  return value === undefined ? resource : { ...resource, [name]: changedEnd(value) };
}
