import { isJsonObject, type JsonObject, type JsonValue, parseJson } from '../contract';

/** The JSON value of a body; `undefined` where it has none. */
export function jsonIn(bytes: Buffer | undefined): JsonValue | undefined {
  if (bytes === undefined || bytes.length === 0) return undefined;
  try {
    return parseJson(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The JSON object of a body; `undefined` where it is another value or none. */
export function objectIn(bytes: Buffer | undefined): JsonObject | undefined {
  const value = jsonIn(bytes);
  return value !== undefined && isJsonObject(value) ? value : undefined;
}
