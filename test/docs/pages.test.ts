import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstNotPrinted, stepsOf } from '../support/console-page';
import { Reader } from '../support/reader';
import { ROOT } from '../support/run-cli';

const pages = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
  .map((name) => ({ name, steps: stepsOf(readFileSync(join(ROOT, name), 'utf8')) }))
  .filter(({ steps }) => steps.some(({ kind }) => kind === 'command'));

describe('a page that shows commands', () => {
  it('is there', () => expect(pages.map(({ name }) => name)).toContain('docs/from-hand-written-pacts.md'));

  it.each(pages)('prints what $name shows, in a fresh project', async ({ steps }) => {
    const reader = new Reader();
    try {
      await reader.begin();
      for (const step of steps) expect(await reader.follow(step)).toBeUndefined();
    } finally {
      await reader.end();
    }
  });
});

describe('what a page shows', () => {
  it.each([
    [['a', 'b'], ['a', 'b'], undefined],
    [['a', '…'], ['a', 'b', 'c'], undefined],
    [['…', 'c'], ['a', 'b', 'c'], undefined],
    [['in 2.2 s, be…'], ['in 17 s, because'], undefined],
    [['a'], ['a', 'b'], 'the end, before: b'],
    [['a', 'b'], ['a'], 'b'],
    [['a', '…', 'd'], ['a', 'b', 'c'], 'd'],
    [['x'], ['a'], 'x'],
  ])('%j against what is printed, %j', (shown, printed, missing) => {
    expect(firstNotPrinted(shown, printed)).toBe(missing);
  });

  it('are its files and commands, in order', () => {
    const page = [
      '```ts src/a.ts',
      'const a = 1;',
      '```',
      'Then:',
      '```console',
      '$ npx pactcheck cases',
      'one',
      '$ true',
      '```',
      '```',
      'no step',
      '```',
    ];
    expect(stepsOf(page.join('\n'))).toEqual([
      { kind: 'file', path: 'src/a.ts', text: 'const a = 1;\n' },
      { kind: 'command', command: 'npx pactcheck cases', shown: ['one'], line: 6 },
      { kind: 'command', command: 'true', shown: [], line: 8 },
    ]);
  });
});
