/**
 * Characters that would act instead of being read: controls (a terminal obeys them), marks of direction (they hide
 * what stands there), line separators, and lone surrogates, which no encoding can carry.
 */
const UNSEEN =
  /[^\t\n\u{20}-\u{7E}\u{A0}-\u{200D}\u{2010}-\u{2027}\u{202F}-\u{2065}\u{206A}-\u{D7FF}\u{E000}-\u{FEFE}\u{FF00}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const LINE = /[\n\t]/g;

const NAMES: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r' };

const escapeOf = (character: string): string =>
  NAMES[character] ?? `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/**
 * What a CI system takes for a command where it stands: `::error::` of GitHub at the beginning of a line, blanks before it
 * or not, and `##[...]`, `##vso[...]`, `##teamcity[...]` anywhere.
 */
const CI_COMMAND = /^([^\S\n]*):(?=:)|#(?=#(?:vso|teamcity)?\[)/gm;

/** Text in which no line is a command to a CI system. Inside of JSON it means the same. */
export const commandless = (text: string): string =>
  text.replace(CI_COMMAND, (found, blanks: string | undefined) =>
    found.startsWith('#') ? '\\u0023' : `${blanks ?? ''}\\u003a`,
  );

const seen = (text: string): string => text.replace(UNSEEN, escapeOf);

/**
 * Text as it can be read: what would act is written as an escape. Lines and tabs stay, but none is a command to a CI
 * system. Legal XML, too.
 */
export const visible = (text: string): string => commandless(seen(text));

/** Whether text stands in one line as it is, every character of it seen. */
export const isSeen = (text: string): boolean => oneLine(text) === text;

/** Text as it can be read in one line. */
export const oneLine = (text: string): string => commandless(seen(text).replace(LINE, escapeOf));
