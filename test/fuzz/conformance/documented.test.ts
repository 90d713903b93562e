import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MISTAKES } from './mistakes';

const ROOT = join(__dirname, '../../..');

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

/** What findings of the fuzzer may be called: names in its sources that are given as a rule, or as one of a union. */
const namedIn = (text: string): string[] =>
  [...text.matchAll(/(?:rule: |\| |DeathRule = )'([a-z]+(?:-[a-z]+)*)'/g)].map((match) => match[1] as string);

const documented = [...readFileSync(join(ROOT, 'docs/oracles.md'), 'utf8').matchAll(/^### (.+)$/gm)].map(
  (match) => match[1] as string,
);

/** What ends a parser, or happens beside it, is planted in tests of their own, in workers and processes. */
const ELSEWHERE = [
  'hang',
  'process-ended',
  'out-of-memory',
  'protocol-broken',
  'escaped-error',
  'depends-on-time-zone',
];

describe('a rule of the fuzzer', () => {
  it('has a section of docs/oracles.md', () => {
    const named = sourcesIn(join(ROOT, 'src/fuzz')).flatMap(namedIn);
    const rules = named.filter((name) => name.includes('-') || name === 'hang');
    expect(rules.filter((name) => !documented.includes(name) && !NO_RULES.includes(name))).toEqual([]);
  });

  it('has a planted mistake that it notices', () => {
    const noticed = new Set([...MISTAKES.flatMap(({ noticedBy }) => noticedBy), ...ELSEWHERE]);
    expect(documented.filter((name) => !noticed.has(name))).toEqual([]);
  });
});

/** Words in the sources that look like rules. */
const NO_RULES = ['date-time'];
