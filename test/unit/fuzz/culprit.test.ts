import { culpritOf } from '../../../src/fuzz/shrink';

const PLAIN = '{"id":1,"lines":[{"n":1},{"n":2}],"note":"alpha"}';

/** A body fails where it matches. */
const failing =
  (pattern: RegExp) =>
  async (body: string): Promise<boolean> =>
    pattern.test(body);

describe('the culprit in a body', () => {
  it.each([
    ['{"id":1,"lines":[],"note":"bad"}', /bad/, '/note'],
    ['{"id":1,"lines":[],"extra":["bad"]}', /bad/, '/extra'],
    ['{"id":1,"lines":[]}', /"lines":\[\]/, '/lines'],
    ['{"id":2,"lines":[{"n":1},{"n":9}],"note":"alpha"}', /"n":9/, '/lines/1/n'],
    ['{"id":2,"lines":[{"n":1},{"n":9}],"note":"alpha"}', /\{/, '/id'],
  ])('%s, failing at %s, is at %s', async (body, pattern, place) => {
    expect(await culpritOf(body, PLAIN, failing(pattern))).toBe(place);
  });
});
