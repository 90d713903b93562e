import { itNotices } from './planted';
import { mistakesOf, STYLES, withMistake } from './subjects';

// All mistakes on five seeds behind every style: bench/fuzzing. Here each style has one or two of them.
jest.setTimeout(240_000);

const OTHERS = STYLES.filter(({ name }) => name !== 'tolerant');

describe.each(OTHERS.map((style, index) => [style.name, style, index] as const))(
  'a mistake planted behind a parser that is %s',
  (_name, style, index) => {
    const some = mistakesOf(style).filter((_, place) => place % 40 === index);
    itNotices(style, some, (mistake) => withMistake(style, mistake));
  },
);

describe('the mistakes', () => {
  it.each(STYLES.map((style) => [style.name, style] as const))(
    'are forty and more of a parser that is %s',
    (_, style) => {
      expect(mistakesOf(style).length).toBeGreaterThanOrEqual(40);
    },
  );
});
