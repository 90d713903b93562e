import { isJsonObject, type JsonObject, parseJson } from '../contract';

/** Returns the JSON object that a text is; nothing where it is none, as the HTML page of a proxy. */
export function documentIn(text: string): JsonObject | undefined {
  try {
    const value = parseJson(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
