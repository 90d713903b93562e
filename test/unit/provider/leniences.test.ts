import { DOCUMENT_ROWS } from '../../../src/cases/document-rows';
import { LENIENCES } from '../../../src/provider/explore/leniences';

it('leaves to a service only texts that there are, and none that no parser reads', () => {
  const refused = DOCUMENT_ROWS.filter(({ verdict }) => verdict === 'reject').map(({ name }) => name);
  expect(refused).toEqual(expect.arrayContaining([...LENIENCES]));
  expect(refused.filter((name) => !LENIENCES.has(name))).toEqual([
    'blank',
    'truncated by one',
    'truncated',
    'truncated within depth',
    'cut escape',
    'HTML',
    'plain text',
    'anti-hijacking prefix',
    'JSONP',
  ]);
});
