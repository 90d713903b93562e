import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakingDocs } from '../../../src/breaking';

const FILE = join(__dirname, '../../../docs/breaking.md');

it('docs/breaking.md is what the rules say (UPDATE_GOLDEN=1 writes it)', () => {
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(FILE, breakingDocs());
  expect(readFileSync(FILE, 'utf8')).toBe(breakingDocs());
});
