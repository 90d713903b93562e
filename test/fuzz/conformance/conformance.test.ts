import { parseUser } from '../../../contracts/user-update-resp/consumer/parser';
import type { ParseFunction } from '../../../src/fuzz';
import { MISTAKES, type Mistake } from './mistakes';
import { noticeOf } from './notice';
import { parseStreaming } from './parsers/streaming';
import { fuzzed, STYLES, type Style, told } from './subjects';

// All mistakes on five seeds behind every style, and 200,000 cases for each correct parser: bench/fuzzing.
const [tolerant, , streaming] = STYLES as readonly [Style, Style, Style];

/** One mistake for each rule. */
const ONE_EACH = [...new Map(MISTAKES.map((mistake) => [mistake.noticedBy.join(' '), mistake])).values()];

const named = (mistakes: readonly Mistake[]) => mistakes.map((mistake) => [mistake.name, mistake] as const);

describe('a correct parser', () => {
  it.each(STYLES.map((style) => [style.name, style] as const))('that is %s gives no finding', async (_name, style) => {
    expect(told(await fuzzed(style, style.parser, { runs: 1500 }))).toEqual([]);
  });
});

describe.each([
  ['tolerant', tolerant, parseUser, ONE_EACH],
  ['streaming', streaming, parseStreaming, ONE_EACH.filter((_, index) => index % 6 === 0)],
] as const)('a mistake planted behind a parser that is %s', (_style, style, parse, mistakes) => {
  it.each(named(mistakes))('is noticed where it %s', async (_name, mistake) => {
    const { rule, others } = await noticeOf(style, parse as ParseFunction, mistake);
    expect(rule === undefined ? others : mistake.noticedBy).toEqual(mistake.noticedBy);
  });
});

it('has forty mistakes and more, each with a name of its own', () => {
  expect(new Set(MISTAKES.map(({ name }) => name)).size).toBe(MISTAKES.length);
  expect(MISTAKES.length).toBeGreaterThanOrEqual(40);
});
