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

/** The texts in headers that nobody may read in a report: their values, and what follows the scheme in them. */
export const secretsIn = (headers: ExtraHeaders): string[] =>
  Object.values(headers).flatMap((value) => [value, ...value.split(' ').slice(1)]);
