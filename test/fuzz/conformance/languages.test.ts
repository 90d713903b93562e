import { itNotices, oneEach } from './planted';
import { absenceOf, LANGUAGES, type Language, programOf, REMOTE_MISTAKES } from './programs';
import { fuzzed, told } from './subjects';

// All mistakes on five seeds, and 200,000 cases for the correct programs: bench/fuzzing.
jest.setTimeout(240_000);

/** Some of each kind: every program has to be started. */
const SOME = oneEach(REMOTE_MISTAKES).filter(({ noticedBy }) => !noticedBy.includes('super-linear-time'));

describe.each(LANGUAGES.map((language) => [language.name, language] as const))('a parser in %s', (_name, language) => {
  const { style, prepare } = language as Language;
  const absence = absenceOf(language as Language);
  if (absence !== undefined) {
    it.skip(`is not tried: ${absence}`, () => undefined);
    return;
  }
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
