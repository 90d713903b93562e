import type { ParserUnderTest } from '../../../src/fuzz';
import type { Mistake } from './mistakes';
import { noticeOf } from './notice';
import type { Style } from './subjects';

/** One mistake for each rule. */
export const oneEach = (mistakes: readonly Mistake[]): Mistake[] => [
  ...new Map(mistakes.map((mistake) => [mistake.noticedBy.join(' '), mistake])).values(),
];

/** Holds the fuzzer to noticing mistakes behind a parser: a test for each. */
export function itNotices(
  style: Style,
  mistakes: readonly Mistake[],
  withMistake: (mistake: Mistake) => ParserUnderTest,
): void {
  const named = mistakes.map((mistake) => [mistake.name, mistake] as const);
  it.each(named)('is noticed where it %s', async (_name, mistake) => {
    const { rule, others } = await noticeOf(style, withMistake(mistake), mistake);
    expect(rule === undefined ? others : mistake.noticedBy).toEqual(mistake.noticedBy);
  });
}
