/**
 * What ECMA-262 and Rust's `regex` crate, which compares for Pact, read alike or Rust more widely (`\d`, `\w`, `\s`
 * and `.` are Unicode there: wider, so that nothing legal is refused).
 */
const SAFE_TOKENS = [
  /\\[dDwWsSnrtfv]/, // classes and control escapes; negated ones are narrower, and dealt with below
  /\\u[0-9A-Fa-f]{4}/,
  /\\x[0-9A-Fa-f]{2}/,
  /\\[-^$\\.*+?()[\]{}|/,@&~#=!%:;"'_ ]/, // escaped punctuation
  /\[\^?(?:\\[dwsnrtfv]|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|\\[-^$\\.*+?()[\]{}|/,@&~#=!%:;"'_ ]|[^\\[\]&~])+\]/,
  /\((?!\?)/,
  /\(\?:/,
  /\)/,
  /[*+?]\??/,
  /\{\d+(?:,\d*)?\}\??/,
  /[|^$.]/,
  /[^\\[\](){}*+?|^$.]/,
];

const SAFE = new RegExp(`^(?:${SAFE_TOKENS.map((token) => token.source).join('|')})*$`, 'u');

/** The negated classes are narrower in Rust: `\W` leaves out every letter of every script there. */
const NARROWER = /\\[DWS]/;

/** Largest counted repetition: Rust refuses expressions that compile to more than some megabytes. */
const LARGEST_COUNT = 1_000;

const countsOf = (pattern: string): number[] =>
  [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].map(([, low, high]) => Math.max(Number(low), Number(high ?? 0)));

/**
 * A pattern of a schema (ECMA-262, matched anywhere in the value) as one for Pact, which reads it as Rust does and
 * matches the whole value. `undefined` where Rust would refuse it or might be stricter: lookaround, back-references,
 * named groups, nested brackets, `\b`, `\p{...}`, negated classes, counts above a thousand.
 */
export function rustRegex(pattern: string): string | undefined {
  if (!SAFE.test(pattern) || NARROWER.test(pattern)) return undefined;
  if (countsOf(pattern).some((count) => count > LARGEST_COUNT)) return undefined;
  const slashes = pattern.replaceAll('\\/', '/').replaceAll(/\\([,@&~#=!%:;"'_ ])/g, '$1');
  // No `(?s:.)`: the verifier reads expressions as Oniguruma does, which has no such flag.
  return isWhole(slashes) ? slashes : `^[\\s\\S]*(?:${slashes})[\\s\\S]*$`;
}

/** Anchored at both ends, with no alternative that is not: `^a|b$` is anchored at one end each. */
const isWhole = (pattern: string): boolean =>
  /^\^[\s\S]*(?<!\\)\$$/.test(pattern) && !/\|/.test(pattern.replaceAll(/\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]/g, ''));

const SPECIAL = /[\\^$.*+?()[\]{}|&~#-]/g;

/** A regular expression, for Pact, of exactly these texts. */
export const regexOfTexts = (texts: readonly string[]): string =>
  `^(?:${texts.map((text) => text.replace(SPECIAL, '\\$&')).join('|')})$`;
