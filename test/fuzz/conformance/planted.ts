import type { ParserUnderTest } from '../../../src/fuzz';
import type { Mistake } from './mistakes';
import { noticeOf } from './notice';
import { absenceOf, type Language, programOf, REMOTE_MISTAKES } from './programs';
import { fuzzed, type Style, told } from './subjects';

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

/** Of mistakes in other languages few are tried here: each takes a program of its own. */
const SOME = oneEach(REMOTE_MISTAKES).filter((_, index) => index % 3 === 1);

/** Holds the fuzzer to noticing mistakes in another language, and to leaving alone what has none. */
export function describeLanguage(language: Language): void {
  const { name, style, prepare } = language;
  const absence = absenceOf(language);
  if (absence !== undefined) it.skip(`a parser in ${name} is not tried: ${absence}`, () => undefined);
  const describeHere = absence === undefined ? describe : describe.skip;
  describeHere(`a parser in ${name}`, () => {
    let program: ReturnType<typeof prepare>;
    beforeAll(() => {
      program = prepare();
    });
    afterAll(() => program.remove());

    it('that is correct gives no finding', async () => {
      expect(told(await fuzzed(style, programOf(program.command), { runs: 1100 }))).toEqual([]);
    });

    itNotices(style, SOME, (mistake) => programOf(program.command, mistake));
  });
}
