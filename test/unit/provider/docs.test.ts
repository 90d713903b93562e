import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPLORE_RULES, MEANING_RULES } from '../../../src/provider';
import { VALIDATOR_CHECKS } from '../../../src/validator';

const PAGE = readFileSync(join(__dirname, '../../../docs/verification.md'), 'utf8');

/** Rules of the table rows, whose first cell may name several. */
const TOLD = new Set(
  PAGE.split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name as string)),
);

describe('the page on verification', () => {
  const rules = [...MEANING_RULES, ...EXPLORE_RULES, ...VALIDATOR_CHECKS].map(({ id }) => id);

  it('has every rule, and none that there is not', () => {
    expect([...TOLD].filter((name) => name !== 'breaks the pact').sort()).toEqual([...rules].sort());
  });

  it.each([...MEANING_RULES, ...EXPLORE_RULES])('says how much $id weighs', ({ id, level }) => {
    expect(PAGE).toContain(`| \`${id}\` | ${level} |`);
  });
});
