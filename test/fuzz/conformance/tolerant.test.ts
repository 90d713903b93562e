import { MISTAKES } from './mistakes';
import { itNotices, oneEach } from './planted';
import { STYLES, type Style, withMistake } from './subjects';

jest.setTimeout(120_000);

describe('a mistake planted behind a parser that is tolerant', () => {
  const style = STYLES.find(({ name }) => name === 'tolerant') as Style;
  // Every second one: all of them, on five seeds, are tried by bench/fuzzing.
  const some = oneEach(MISTAKES).filter((_, index) => index % 2 === 0);
  itNotices(style, some, (mistake) => withMistake(style, mistake));
});
