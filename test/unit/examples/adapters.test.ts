import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../examples/adapters');
const adapters = readdirSync(FOLDER).filter((name) => name !== 'README.md');
const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');

describe.each(adapters)('the adapter %s', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');

  it('has at most 25 lines', () => {
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(25);
  });

  it('speaks the protocol: the names of questions and answers are there', () => {
    for (const word of ['id', 'body', 'verdict', 'accept', 'reject', 'value', 'error'])
      expect(text).toMatch(new RegExp(`\\b${word}\\b`));
  });

  it('is listed, with whether it was ever run', () => {
    expect(readme).toMatch(new RegExp(`\`${name}\` .*never run by us`));
  });
});
