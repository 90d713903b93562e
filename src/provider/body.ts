import { isJsonObject, type JsonObject, type JsonValue, jsonValueIn } from '../contract';

/** The JSON value of a body; `undefined` where it has none. */
export const jsonIn = (bytes: Buffer | undefined): JsonValue | undefined =>
  bytes === undefined || bytes.length === 0 ? undefined : jsonValueIn(bytes.toString('utf8'));

/** The JSON object of a body; `undefined` where it is another value or none. */
export function objectIn(bytes: Buffer | undefined): JsonObject | undefined {
  const value = jsonIn(bytes);
  return value !== undefined && isJsonObject(value) ? value : undefined;
}
