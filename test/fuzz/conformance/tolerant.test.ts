import { parseUser } from '../../../contracts/user-update-resp/consumer/parser';
import { MISTAKES, mistaken } from './mistakes';
import { itNotices, oneEach } from './planted';
import { loaded, STYLES, type Style } from './subjects';

jest.setTimeout(120_000);

describe('a mistake planted behind a parser that is tolerant', () => {
  const style = STYLES.find(({ name }) => name === 'tolerant') as Style;
  itNotices(style, oneEach(MISTAKES), (mistake) => loaded(mistaken(parseUser, mistake)));
});
