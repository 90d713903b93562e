import type { JsonObject } from '../contract';
import type { HeaderFields } from './exchange';
import type { PactInteraction } from './pact-interaction';

/** The state in which the request carries invalid credentials, which must arrive as they are. */
const NO_VALID_TOKEN = 'the caller has no valid token';

/** Whether an interaction is about credentials that are refused: ours would make it succeed. */
export const isRefused = (interaction: PactInteraction): boolean =>
  interaction.status === 401 || interaction.states.some(({ name }) => name === NO_VALID_TOKEN);

/** Headers for every request to the service, by lower-case name. */
export type ExtraHeaders = Readonly<Record<string, string>>;

const CREDENTIALS = new Set(['authorization', 'cookie', 'proxy-authorization']);

/** The headers as they go to the service: with those asked for and, where no pact does it, the token of the state. */
export function withCredentials(
  headers: HeaderFields,
  extra: ExtraHeaders,
  values: JsonObject,
  interaction: PactInteraction,
): HeaderFields {
  if (isRefused(interaction)) {
    const harmless = Object.entries(extra).filter(([name]) => !CREDENTIALS.has(name) && headers[name] === undefined);
    return { ...headers, ...Object.fromEntries(harmless) };
  }
  const { authorization } = headers;
  const { token } = values;
  if (typeof authorization !== 'string' || typeof token !== 'string') return { ...headers, ...extra };
  return { ...headers, authorization: authorization.replace(/^Bearer .*$/, () => `Bearer ${token}`), ...extra };
}

/** What the state's setup gave, for Pact to put into the request; no token where it is to be refused. */
export function injectedValues(values: JsonObject, interaction: PactInteraction): JsonObject {
  if (!isRefused(interaction)) return values;
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'token'));
}
