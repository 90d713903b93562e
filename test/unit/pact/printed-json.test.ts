import { printedJson } from '../../../src/pact/printed-json';

const value = {
  short: { combine: 'AND', matchers: [{ match: 'type' }] },
  list: Array.from({ length: 60 }, (_, index) => index),
  empty: {},
  text: 'x'.repeat(200),
};

describe('the text of a pact file', () => {
  it('is the same JSON, with what fits on a line on one', () => {
    const text = printedJson(value);
    expect(JSON.parse(text)).toEqual(value);
    expect(text.split('\n').slice(0, 3)).toEqual([
      '{',
      '  "short": { "combine": "AND", "matchers": [{ "match": "type" }] },',
      '  "list": [',
    ]);
    expect(text).toContain('\n  "empty": {},\n');
    for (const line of text.split('\n')) if (!line.includes('xxx')) expect(line.length).toBeLessThanOrEqual(120);
  });
});
