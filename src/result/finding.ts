/** How much a finding weighs. Of a `diff` the levels are `breaking`, `warning` and `compatible`. */
export type Level = 'error' | 'warning' | 'note' | 'breaking' | 'compatible';

/** One thing that is not as the contract says. */
export interface Finding {
  /** The name of the check: kebab-case, one docs entry each. */
  readonly rule: string;
  readonly level: Level;
  /** A JSON pointer into the body, `''` for the whole. */
  readonly pointer: string;
  /** A sentence that leads to the cause. */
  readonly message: string;
  /** What the contract allows, in words or as JSON text. */
  readonly expected: string;
  /** What was met, in words or as JSON text, shortened. */
  readonly actual: string;
  /** Stable over runs and machines, and free of generated values. */
  readonly fingerprint: string;
}

/** What a fingerprint is made of. `place` is a site: `[]` for indexes, `{}` for keys of maps. */
export interface FingerprintParts {
  readonly rule: string;
  readonly place: string;
  /** What else tells findings apart: the operation and status, an error's name; never a generated value. */
  readonly scope?: string;
}

/** A short, stable name of a kind of finding: 16 hex digits of SHA-256. */
export function fingerprint({ rule, place, scope = '' }: FingerprintParts): string {
  const { createHash } = require('node:crypto') as typeof import('node:crypto');
  const text = JSON.stringify([rule, place, scope]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

const LONGEST = 120;

/** A value's text, cut to what a line of a report holds. */
export const shorten = (text: string, longest = LONGEST): string => {
  const points = Array.from(text.length > longest * 4 ? text.slice(0, longest * 4) : text);
  return points.length <= longest ? text : `${points.slice(0, longest - 1).join('')}…`;
};
