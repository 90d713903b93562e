import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../src/cli/main';

const streams = ['stdout', 'stderr'] as const;
const writes = streams.map((name) => process[name].write);
const written = { stdout: '', stderr: '' };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pactcheck-'));
  for (const name of streams) {
    written[name] = '';
    process[name].write = (text: unknown): boolean => {
      written[name] += String(text);
      return true;
    };
  }
});
afterEach(() => {
  for (const [index, name] of streams.entries()) process[name].write = writes[index] as typeof process.stdout.write;
  rmSync(folder, { recursive: true });
});

const NOISY = `exports.parse = (body) => {
  process.stdout.write('I have read it\\n');
  return JSON.parse(body);
};`;

it('what a parser in this process prints does not get into the document on stdout', async () => {
  const parser = join(folder, 'noisy.js');
  writeFileSync(parser, NOISY);
  const words = [
    'fuzz',
    'user-update-resp',
    '--parser',
    `${parser}#parse`,
    '--isolate',
    'none',
    '--runs',
    '5',
    '--json',
  ];
  await main(words);
  expect(JSON.parse(written.stdout)).toMatchObject({ command: 'fuzz' });
  expect(written.stderr).toContain('I have read it');
});
