import type { JsonObject, JsonValue } from '../../../contract';

/** An object that members are added to, until it is {@link complete}. */
export type Assembly = Record<string, JsonValue>;

/**
 * Begins an object whose members are others each time. V8 keeps an object without a prototype as a dictionary: for an
 * ordinary one it would make a hidden class of every combination of members, which costs ten times as much. Nor is
 * `__proto__` anything but a name here.
 */
export const assemble = (): Assembly => Object.create(null) as Assembly;

/** The object with the prototype that parsed ones have; the one way of doing that does not make it slow: it is. */
export const complete = (made: Assembly): JsonObject => Object.setPrototypeOf(made, Object.prototype) as JsonObject;
