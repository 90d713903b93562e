/** Replaces what nobody may read in a report. */
export type Mask = (text: string) => string;

/** Shorter secrets stand in other words by chance: they are masked where they are words of their own. */
const SHORT = 4;

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A secret as it may stand in an URL, in a form, and in JSON. */
const spellings = (secret: string): string[] => {
  // Half of a pair of surrogates stands in no URL.
  const inUrl = encodeURIComponent(Buffer.from(secret).toString());
  return [secret, inUrl, inUrl.replaceAll('%20', '+'), JSON.stringify(secret).slice(1, -1)];
};

const patternOf = (spelling: string): string =>
  spelling.length < SHORT ? `(?<![\\p{L}\\p{N}])${literal(spelling)}(?![\\p{L}\\p{N}])` : literal(spelling);

/**
 * Masks secrets of any length, the longer ones first, however they are spelled. Those that become known later are masked
 * from then on.
 */
export function maskOf(secrets: Iterable<string>): Mask {
  let [known, pattern] = [-1, undefined as RegExp | undefined];
  return (text) => {
    const all = [...secrets].filter((secret) => secret !== '');
    if (all.length !== known) {
      const words = [...new Set(all.flatMap(spellings))].sort((left, right) => right.length - left.length);
      pattern = words.length === 0 ? undefined : new RegExp(words.map(patternOf).join('|'), 'gu');
      known = all.length;
    }
    return pattern === undefined ? text : text.replace(pattern, '***');
  };
}
