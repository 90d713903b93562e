import { isJsonObject, type JsonObject, type JsonValue } from '../../contract';
import type { ReceivedResponse } from '../exchange';

/**
 * Under this name the header Location goes to Pact's verifier, in the pact and in the answer alike: it follows a
 * redirect that it can see, with the request's headers and body, to whatever host it names, and judges what answers there.
 */
const HIDDEN = 'X-Pactcheck-Location';

const isLocation = (name: string): boolean => name.toLowerCase() === 'location';

/** A place of version 2, such as `$.headers.Location` or `$.headers['location'][0]`. */
const hiddenPlace = (place: string): string =>
  place.replace(/^(\$\.headers?(?:\.|\[['"]))location(?=$|[.['"])/i, (_place, before: string) => before + HIDDEN);

function renamed(value: JsonValue | undefined, rename: (name: string) => string): JsonValue | undefined {
  if (value === undefined || !isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [rename(name), member])) as JsonObject;
}

const hiddenName = (name: string): string => (isLocation(name) ? HIDDEN : name);

/** Matching rules or generators: by category from version 3 on, by place before. */
function hiddenRules(rules: JsonValue | undefined): JsonValue | undefined {
  if (rules === undefined || !isJsonObject(rules)) return rules;
  return Object.fromEntries(
    Object.entries(rules).map(([name, member]) =>
      name === 'header' || name === 'headers' ? [name, renamed(member, hiddenName) ?? {}] : [hiddenPlace(name), member],
    ),
  );
}

/** The response of an interaction as it is written in a pact, with its Location hidden. */
export function withHiddenLocation(response: JsonValue | undefined): JsonValue | undefined {
  if (response === undefined || !isJsonObject(response)) return response;
  const hidden: Readonly<Record<string, JsonValue | undefined>> = {
    headers: renamed(response['headers'], hiddenName),
    matchingRules: hiddenRules(response['matchingRules']),
    generators: hiddenRules(response['generators']),
  };
  const given = Object.entries(hidden).filter(([name, value]) => Object.hasOwn(response, name) && value !== undefined);
  return { ...response, ...(Object.fromEntries(given) as JsonObject) };
}

/** An answer as Pact's verifier gets it. */
export function hidingLocation(response: ReceivedResponse): ReceivedResponse {
  const { location, ...headers } = response.headers;
  return location === undefined ? response : { ...response, headers: { ...headers, [HIDDEN.toLowerCase()]: location } };
}

/** A text of Pact's verifier with the header's own name. */
export const shownLocation = (text: string): string => text.replaceAll(/x-pactcheck-location/gi, 'Location');
