import { MISTAKES } from './mistakes';
import { itNotices, oneEach } from './planted';
import { STYLES, type Style, withMistake } from './subjects';

jest.setTimeout(120_000);

describe('a mistake planted behind a parser that is tolerant', () => {
  const style = STYLES.find(({ name }) => name === 'tolerant') as Style;
  itNotices(style, oneEach(MISTAKES), (mistake) => withMistake(style, mistake));
});
