import { parseUser } from '../../../contracts/user-update-resp/consumer/parser';
import type { ParseFunction } from '../../../src/fuzz';
import { MISTAKES } from './mistakes';
import { noticeOf } from './notice';
import { parseStreaming } from './parsers/streaming';
import { fuzzed, STYLES, type Style, told } from './subjects';

jest.setTimeout(120_000);

const [tolerant, , streaming] = STYLES as readonly [Style, Style, Style];

describe('a correct parser', () => {
  it.each(STYLES.map((style) => [style.name, style] as const))('that is %s gives no finding', async (_name, style) => {
    expect(told(await fuzzed(style, style.parser, { runs: 2500 }))).toEqual([]);
  });
});

describe.each([
  ['tolerant', tolerant, parseUser],
  ['streaming', streaming, parseStreaming],
] as const)('a mistake planted behind a parser that is %s', (name, style, parse) => {
  const mine = MISTAKES.filter((_, index) => name === 'tolerant' || index % 3 === 0);

  it.each(mine.map((mistake) => [mistake.name, mistake] as const))('is noticed where it %s', async (_name, mistake) => {
    const { rule, others } = await noticeOf(style, parse as ParseFunction, mistake);
    expect(rule === undefined ? others : mistake.noticedBy).toEqual(mistake.noticedBy);
  });
});

it('has forty mistakes and more, each with a name of its own', () => {
  expect(new Set(MISTAKES.map(({ name }) => name)).size).toBe(MISTAKES.length);
  expect(MISTAKES.length).toBeGreaterThanOrEqual(40);
});
