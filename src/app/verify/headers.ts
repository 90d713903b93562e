import type { ExtraHeaders } from '../../provider';
import { Failure } from '../../result';

/**
 * Headers as `K: V` on the command line, by lower-case name.
 * @throws Failure (usage) for one without a colon.
 */
export function headersOf(lines: readonly string[]): ExtraHeaders {
  const fields = lines.map((line) => {
    const [, name, value] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):\s*(.*)$/s.exec(line) ?? [];
    if (name === undefined || value === undefined)
      throw new Failure(
        'usage',
        `a --header is not of the form 'K: V'`,
        "Write it as --header 'Authorization: Bearer ...'.",
      );
    return [name.toLowerCase(), value.trim()] as const;
  });
  return Object.fromEntries(fields);
}

/** What is secret in URLs, as it stands there: passwords, and a name without one, which is a token. */
export const passwordsIn = (urls: readonly (string | undefined)[]): string[] =>
  urls
    .flatMap((url) => (url !== undefined && URL.canParse(url) ? [new URL(url)] : []))
    .flatMap(({ username, password }) => [password || username])
    .flatMap((secret) => (secret === '' ? [] : [secret, decoded(secret)]));

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
