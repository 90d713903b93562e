import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ReliedInteraction } from '../../breaking';
import { isJsonObject, type JsonObject, type JsonValue } from '../../contract';
import { readPacts } from '../../provider';
import { Failure } from '../../result';

/** Of version 4 a body is wrapped, of earlier ones it stands as it is. */
function bodyOf(part: JsonObject): { body?: JsonValue } {
  const { body } = part;
  if (body === undefined || body === null) return {};
  if (isJsonObject(body) && 'content' in body) return body['content'] === undefined ? {} : { body: body['content'] };
  return { body };
}

const objectOf = (value: JsonValue | undefined): JsonObject =>
  value !== undefined && isJsonObject(value) ? value : {};

/**
 * What consumers have agreed on with a provider, as the pacts say; `undefined` where there are no pacts.
 * @throws Failure (usage) where a file is no pact.
 */
export function reliedInteractions(folder: string, provider: string, cwd: string): ReliedInteraction[] | undefined {
  const path = resolve(cwd, folder);
  if (!existsSync(path)) return undefined;
  try {
    const interactions = readPacts(path, folder).flatMap((pact) => pact.interactions);
    return interactions.flatMap(({ consumer, description, method, path: called, status, written, ...one }) => {
      if (one.provider !== provider || status === undefined) return [];
      const [request, response] = [objectOf(written['request']), objectOf(written['response'])];
      const [asked, answered] = [bodyOf(request).body, bodyOf(response).body];
      return {
        ...{ consumer, description, method, path: called, status },
        headers: Object.keys(objectOf(response['headers'])).map((name) => name.toLowerCase()),
        ...(asked === undefined ? {} : { request: asked }),
        ...(answered === undefined ? {} : { response: answered }),
      };
    });
  } catch (error) {
    if (error instanceof Failure && error.kind === 'nothing tested') return undefined;
    throw error;
  }
}
