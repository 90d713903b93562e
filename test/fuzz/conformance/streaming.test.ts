import { MISTAKES, mistaken } from './mistakes';
import { parseStreaming } from './parsers/streaming';
import { itNotices, oneEach } from './planted';
import { loaded, STYLES, type Style } from './subjects';

jest.setTimeout(120_000);

describe('a mistake planted behind a parser that is streaming', () => {
  const style = STYLES.find(({ name }) => name === 'streaming') as Style;
  const some = oneEach(MISTAKES).filter((_, index) => index % 6 === 0);
  itNotices(style, some, (mistake) => loaded(mistaken(parseStreaming, mistake)));
});
