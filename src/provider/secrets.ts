import { isJsonObject, type JsonObject, type JsonValue } from '../contract';
import type { ExtraHeaders } from './credentials';
import { namesInGenerators, requestGenerators } from './injected';
import type { PactInteraction } from './pact-interaction';
import type { StateKeeper, StateOutcome } from './states/keeper';

/** Names of what nobody may read in a report. */
const SECRET =
  /token|secret|passw|passphrase|credential|authorization|bearer|cookie|session|signature|jwt|otp|\bpin\b|api[-_]?key|private[-_]?key|access[-_]?key|x-.*key/i;

/** Whether a header or a value of this name is a secret. */
export const isSecretName = (name: string): boolean => SECRET.test(name);

/** Headers that say how a client speaks, and nothing of who it is (RFC 9110, section 12.5, and what tracing adds). */
const HARMLESS =
  /^(?:accept|accept-.*|cache-control|content-type|expect|if-.*|origin|pragma|prefer|range|referer|te|trace(?:parent|state)|user-agent|x-(?:correlation|request|trace)-id)$/;

/** The headers whose values nobody may read: all that are given, but for those that say nothing of who calls. */
export const secretHeaders = (headers: ExtraHeaders): ExtraHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !HARMLESS.test(name)));

/** A word that stands in any report: `X-Tenant: user`. */
const isPlainWord = (value: string): boolean => /^[a-z]{1,8}$/i.test(value);

/**
 * The texts in headers that nobody may read in a report, and what follows a scheme in them. A plain word in a header that
 * carries no credentials is left in peace elsewhere than in the header itself.
 */
export const secretsIn = (headers: ExtraHeaders): string[] =>
  Object.entries(secretHeaders(headers)).flatMap(([name, value]) =>
    isSecretName(name) ? [value, ...value.split(/[ ;,]+|(?<=^[^ =]+)=/).slice(1)] : isPlainWord(value) ? [] : [value],
  );

/** All texts and numbers in a value, however deep they stand. */
function leavesOf(value: JsonValue): string[] {
  const found: string[] = [];
  for (const rest = [value]; rest.length > 0; ) {
    const one = rest.pop();
    if (Array.isArray(one)) rest.push(...(one as JsonValue[]));
    else if (one !== undefined && isJsonObject(one)) rest.push(...(Object.values(one) as JsonValue[]));
    else if (typeof one === 'string' || typeof one === 'number') found.push(String(one));
  }
  return found;
}

/** The texts among the values of a state that are secrets: those under a name that says so, at any depth. */
export function secretsOf(values: JsonObject, isSecret: (name: string) => boolean): string[] {
  const found: string[] = [];
  for (const rest: JsonValue[] = [values]; rest.length > 0; ) {
    const one = rest.pop();
    if (Array.isArray(one)) rest.push(...(one as JsonValue[]));
    else if (one !== undefined && isJsonObject(one))
      for (const [name, member] of Object.entries(one) as [string, JsonValue][])
        if (isSecret(name)) found.push(...leavesOf(member));
        else rest.push(member);
  }
  return found;
}

/**
 * The names of values of states that are put where credentials stand: in headers, and in the query under a name that is
 * one of a credential.
 */
export function credentialNames(
  interactions: readonly PactInteraction[],
  isCredential: (parameter: string) => boolean,
): Set<string> {
  const names = interactions.flatMap((interaction) => {
    const { header, query } = requestGenerators(interaction);
    const asked = query !== undefined && isJsonObject(query) ? Object.entries(query) : [];
    const ofQuery = asked.flatMap(([name, rule]) => (isCredential(name) ? namesInGenerators(rule) : []));
    return [...namesInGenerators(header), ...ofQuery];
  });
  return new Set(names);
}

/** A keeper that adds the secrets which setups give to those that are known. */
export function notingSecrets(
  keeper: StateKeeper,
  known: Set<string>,
  isSecret: (name: string) => boolean = isSecretName,
): StateKeeper {
  const noting = async (...asked: Parameters<StateKeeper>): Promise<StateOutcome> => {
    const outcome = await keeper(...asked);
    if (outcome.kind === 'done') for (const secret of secretsOf(outcome.values, isSecret)) known.add(secret);
    return outcome;
  };
  return Object.assign(noting, keeper);
}
