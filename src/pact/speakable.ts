import { fromPointer, type JsonValue, type Model, replaceAt, sitesOf, valuesAt } from '../contract';

/** A quote ends a name in Pact's paths, and an empty name has no path: a file with such a rule cannot be loaded. */
const isUnspeakable = (name: string): boolean => name === '' || name.includes("'");

/** Whether a site lies at or below a member that no path of Pact can name. */
export const hasUnspeakableName = (pointer: string): boolean => fromPointer(pointer).some(isUnspeakable);

/**
 * The body without the declared members that no path of Pact can name: nothing could be said of them but that they
 * are just as in the example, and an answer may have members that a pact does not mention.
 */
export function speakable(body: JsonValue, model: Model): JsonValue {
  const places = sitesOf(model)
    .filter(({ property }) => property !== undefined && isUnspeakable(property.name))
    .flatMap(({ pointer }) => valuesAt(body, pointer));
  return places.reduce<JsonValue>((value, { pointer }) => replaceAt(value, pointer, undefined), body);
}
