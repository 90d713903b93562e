import type { JsonObject } from '../contract';
import { type Mask, maskOf } from './curl';
import type { StateKeeper, StateOutcome } from './states/keeper';

/** Names of what nobody may read in a report. */
const SECRET = /token|secret|passw|credential|authorization|cookie|session|signature|api-?key|x-.*key/i;

/** Whether a header or a value of this name is a secret. */
export const isSecretName = (name: string): boolean => SECRET.test(name);

const secretsOf = (values: JsonObject): string[] =>
  Object.entries(values).flatMap(([name, value]) => (isSecretName(name) && typeof value === 'string' ? [value] : []));

/** A keeper that adds the secrets which setups give to those that are known. */
export function notingSecrets(keeper: StateKeeper, known: Set<string>): StateKeeper {
  const noting = async (...asked: Parameters<StateKeeper>): Promise<StateOutcome> => {
    const outcome = await keeper(...asked);
    if (outcome.kind === 'done') for (const secret of secretsOf(outcome.values)) known.add(secret);
    return outcome;
  };
  return Object.assign(noting, keeper);
}

/** Also masks the secrets that a state's setup gave: its token above all. */
export function withStateSecrets(mask: Mask, values: JsonObject): Mask {
  const maskSecrets = maskOf(secretsOf(values));
  return (text) => maskSecrets(mask(text));
}
