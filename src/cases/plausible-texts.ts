import { NO_LIMITS, patternSampler } from './compiled/pattern/sampler';
import { ORDINARY, Source } from './compiled/source';
import { regexOf } from './texts';

const WORDS = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf', 'hotel', 'india', 'juliett'];

const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, '0');
const word = (n: number): string => {
  const round = Math.floor(n / WORDS.length);
  return `${WORDS[n % WORDS.length]}${round === 0 ? '' : round}`;
};

/** Ways to write the n-th plausible text, the most usual first; a schema takes the first that it allows. */
const WRITERS: readonly ((n: number) => string)[] = [
  word,
  (n) => `${word(n)}@example.com`,
  (n) => `01619571e2e90242ac1200060000${hex(n, 4)}`,
  (n) => `01619571-e2e9-4242-ac12-00060000${hex(n, 4)}`,
  (n) => `+35840123${String(4000 + n)}`,
  (n) => String(1000 + n),
  (n) => `https://example.com/${word(n)}`,
  (n) => new Date(Date.UTC(2023, 3, 5, 6, 7, 8) + n * 1000).toISOString(),
  (n) => `2023-04-${String(1 + (n % 28)).padStart(2, '0')}`,
  (n) => `192.0.2.${n % 256}`,
  (n) => word(n).toUpperCase(),
  (n) => `${word(n)[0]?.toUpperCase()}${word(n).slice(1)}`,
  (n) => `${word(n)}.example.com`,
  (n) => String.fromCharCode(97 + (n % 26)),
  (n) => `${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + (Math.floor(n / 26) % 26))}`,
  (n) => String(n % 10),
  (n) => String(n).padStart(3, '0'),
  (n) => `a${n}`,
  (n) => `${word(n)}-${word(n + 1)}-${word(n + 2)}`,
];

/** The first writer all of whose first texts are allowed, and the texts it writes. */
export function plausibleTexts(allows: (text: string) => boolean, count: number): string[] {
  for (const write of WRITERS) {
    const texts = Array.from({ length: count }, (_, n) => write(n)).filter(allows);
    if (texts.length >= Math.min(count, 2)) return texts;
  }
  return [];
}

const PATTERN_SEED = 20230405;

/** How many characters of a text are neither letters nor digits. */
const oddities = (text: string): number => text.replace(/[a-z0-9]/gi, '').length;

/**
 * Texts that match a pattern, always the same ones, the plainest first; fewer where look-around and the like refuse many of those drawn.
 * @throws PatternProblem where the pattern cannot be drawn for: where it has back-references.
 */
export function textsMatching(pattern: string, count: number): string[] {
  const regex = regexOf(pattern);
  const { sample } = patternSampler(pattern, NO_LIMITS);
  const source = new Source().begin(PATTERN_SEED, count, ORDINARY);
  const texts = Array.from({ length: count * 2 }, () => sample(source)).filter((text) => regex.test(text));
  const plainest = [...new Set(texts)].sort((left, right) => oddities(left) - oddities(right));
  return plainest.slice(0, count);
}
