import type { JsonObject } from '../contract';
import { type Mask, maskOf } from './curl';

/** Names of what nobody may read in a report. */
const SECRET = /token|secret|passw|credential|authorization|cookie|session|signature|api-?key|x-.*key/i;

/** Whether a header or a value of this name is a secret. */
export const isSecretName = (name: string): boolean => SECRET.test(name);

/** Also masks the secrets that a state's setup gave: its token above all. */
export function withStateSecrets(mask: Mask, values: JsonObject): Mask {
  const secrets = Object.entries(values).flatMap(([name, value]) =>
    isSecretName(name) && typeof value === 'string' ? [value] : [],
  );
  const maskSecrets = maskOf(secrets);
  return (text) => maskSecrets(mask(text));
}
