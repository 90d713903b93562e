import { type ExtraHeaders, isSecretName } from '../../provider';
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

/**
 * The texts in headers that nobody may read in a report: the values of those that carry credentials, and what follows
 * the scheme in them. The value of another header may be any word, and is left in peace.
 */
export const secretsIn = (headers: ExtraHeaders): string[] =>
  Object.entries(headers)
    .filter(([name]) => isSecretName(name))
    .flatMap(([, value]) => [value, ...value.split(' ').slice(1)]);

/** The passwords that stand in URLs, as they stand there. */
export const passwordsIn = (urls: readonly (string | undefined)[]): string[] =>
  urls.flatMap((url) => (url !== undefined && URL.canParse(url) ? [new URL(url).password] : [])).filter(Boolean);
