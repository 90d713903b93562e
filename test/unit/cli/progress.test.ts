import { createColors } from 'picocolors';
import { progressOf } from '../../../src/cli/progress';

/** What is written while the clock stands at each of these milliseconds. */
function written(at: readonly number[], over: Partial<Parameters<typeof progressOf>[0]>): string {
  let text = '';
  let time = 0;
  const err = (more: string): void => {
    text += more;
  };
  const watched = { isTerminal: false, env: {}, err, colors: createColors(false), quiet: false, now: () => time };
  const progress = progressOf({ ...watched, ...over });
  progress.begin('pacts');
  for (const moment of at) {
    time = moment;
    progress.tell(() => `${moment} ms`);
  }
  progress.clear();
  return text;
}

describe('progress', () => {
  it('is a line that is drawn anew on a terminal, and taken away at the end', () => {
    expect(written([50, 250, 300, 460], { isTerminal: true })).toBe(
      '\r\u001b[K… pacts\r\u001b[K… 250 ms\r\u001b[K… 460 ms\r\u001b[K',
    );
  });

  it('is a line every so often in CI, without anything that only a terminal knows', () => {
    expect(written([50, 14_999, 15_000, 20_000, 31_000], { env: { CI: 'true' } })).toBe(
      '… pacts\n… 15000 ms\n… 31000 ms\n',
    );
  });

  it.each([
    ['stderr goes elsewhere', {}],
    ['CI is off', { env: { CI: 'false' } }],
    ['--quiet is given', { isTerminal: true, quiet: true, env: { CI: 'true' } }],
  ])('is nothing where %s', (_why, over) => {
    expect(written([50_000], over)).toBe('');
  });
});
