import { Failure } from '../../result';

type Env = Readonly<Record<string, string | undefined>>;

const VARIABLE = /\$\{?(\w+)\}?/g;

const isSet = (name: string, env: Env): boolean => env[name] !== undefined && env[name] !== '';

/** Returns the variables of a text that are not set. */
export const unsetIn = (text: string, env: Env): string[] =>
  [...text.matchAll(VARIABLE)].map(([, name = '']) => name).filter((name) => !isSet(name, env));

/** Returns a text with `$NAME` and `${NAME}` taken from the environment; nothing where one of them is not set. */
export const expanded = (text: string, env: Env): string | undefined =>
  unsetIn(text, env).length > 0 ? undefined : text.replace(VARIABLE, (_match, name: string) => env[name] ?? '');

/**
 * Returns a text of the configuration with its variables taken from the environment.
 * @throws Failure (usage) where one of them is not set: what it stands for would be sent as it is written.
 */
export function requireExpanded(text: string, env: Env): string {
  const filled = expanded(text, env);
  if (filled !== undefined) return filled;
  const names = unsetIn(text, env).join(' and ');
  const message = `${names} is not set in the environment, and the configuration needs it: ${text}`;
  throw new Failure('usage', message, `Set ${names}; in CI, as a secret of the job.`);
}
