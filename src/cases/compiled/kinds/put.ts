import type { JsonValue } from '../../../contract';

/** Sets a member, whatever its name: an assignment to `__proto__` would set the prototype instead. */
export function put(value: Record<string, JsonValue>, name: string, member: JsonValue): void {
  if (name === '__proto__')
    Object.defineProperty(value, name, { value: member, enumerable: true, configurable: true, writable: true });
  else value[name] = member;
}
