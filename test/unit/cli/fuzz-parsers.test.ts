import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../support/run-cli';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pactcheck-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const parserOf = (body: string): string => {
  const file = join(folder, 'parser.js');
  writeFileSync(file, `exports.parse = (body) => { ${body} };`);
  return `${file}#parse`;
};

const SCHEMA = {
  type: 'object',
  required: ['id', 'count'],
  properties: {
    id: { type: 'string' },
    count: { type: 'integer', format: 'int64' },
    note: { type: 'string' },
    done: { type: 'boolean' },
  },
};

/** A document of one small answer. */
function small(): string {
  const content = { 'application/json': { schema: SCHEMA } };
  const paths = { '/': { get: { operationId: 'read', responses: { 200: { description: 'ok', content } } } } };
  const file = join(folder, 'small.json');
  writeFileSync(file, JSON.stringify({ openapi: '3.0.0', info: { title: 'small', version: '1' }, paths }));
  return file;
}

/** Fuzzes a parser that does not validate. */
const naive = (): string[] => [
  'fuzz',
  small(),
  '--parser',
  parserOf('return JSON.parse(body);'),
  '--isolate',
  'none',
  '--runs',
  '300',
];

describe('pactcheck fuzz', () => {
  it('runs a case that is written down without an id, under the status of the contract', async () => {
    const words = ['fuzz', small(), '--parser', parserOf('return {};'), '--isolate', 'none'];
    const outcome = await runCli([...words, '--replay', '{"verdict":"reject","body":"[]"}']);
    expect(outcome.run?.results).toMatchObject([{ id: 'accepts-invalid body', details: { case: 'case 1' } }]);
  });

  it('says of a written case that it has no verdict', async () => {
    const words = ['fuzz', small(), '--parser', parserOf('return {};'), '--isolate', 'none'];
    const outcome = await runCli([...words, '--replay', '{"body":"[]"}']);
    expect(outcome.failure?.message).toMatch(
      /^--replay, line 1, holds no case: its verdict is not accept, reject, either/,
    );
  });

  it('names the contracts that there are where none is named', async () => {
    const outcome = await runCli(['fuzz', '--parser', parserOf('return 1;')]);
    expect(outcome.exitCode).toBe(2);
    expect(outcome.failure?.message).toMatch(/^no contract is named: contracts\/ has .*user-update-resp/);
  });

  it('holds a parser to no rule that is turned off, and says which and why', async () => {
    const words = naive();
    const reason = 'it does not validate';
    const outcome = await runCli([...words, '--without', `accepts-invalid=${reason}`]);
    const rules = new Set(outcome.run?.results.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
    expect([...rules]).toEqual(['inexact-integer']);
    expect(outcome.run?.warnings).toContain(`the rule accepts-invalid is turned off: ${reason}`);
    const [failed] = outcome.run?.results.filter(({ status }) => status === 'failed') ?? [];
    expect(failed?.details?.['replay']).toContain(`--without 'accepts-invalid=${reason}'`);
  });

  it.each([
    ['accepts-invald=a slip', /names no rule/],
    ['accepts-invalid', /gives no reason/],
  ])('refuses to turn off %j', async (word, message) => {
    const outcome = await runCli(['fuzz', small(), '--parser', parserOf('return 1;'), '--without', word]);
    expect(outcome).toMatchObject({ exitCode: 2, failure: { message: expect.stringMatching(message) } });
  });

  it('lists what a parser that does not validate takes by its rule, not by each place', async () => {
    const known = join(folder, 'known.json');
    const words = naive();
    const listing = [...words, '--baseline', known, '--update-baseline', 'it is known', '--until', '2099-01-31'];
    expect((await runCli(listing)).exitCode).toBe(0);
    const entries = JSON.parse(readFileSync(known, 'utf8')) as { rule?: string; about?: string; pointer?: string }[];
    expect(entries.filter(({ about }) => about?.startsWith('accepts-invalid'))).toEqual([
      expect.objectContaining({
        rule: 'accepts-invalid',
        pointer: '**',
        about: expect.stringMatching(/ at \d+ places$/),
      }),
    ]);
  });

  it.each([
    [
      'reads JSON that is parsed already',
      'fromJson(json) { return Object.assign(new this(), json); }',
      'User.fromJson',
    ],
    ['reads the text', 'fromJson(body) { return Object.assign(new this(), JSON.parse(body)); }', 'User.fromJson'],
  ])('takes the function of a class that %s', async (_what, member, name) => {
    const file = join(folder, 'parser.js');
    writeFileSync(file, `exports.User = class User { static ${member} };`);
    const outcome = await runCli([
      'fuzz',
      small(),
      '--parser',
      `${file}#${name}`,
      '--isolate',
      'none',
      '--invalid',
      'may-pass',
      '--runs',
      '300',
    ]);
    const rules = new Set(outcome.run?.results.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
    expect([...rules]).toEqual(['inexact-integer']);
  });

  it.each([
    [
      'User',
      'class User { static fromJson() {} }',
      /is a class, which reads nothing by itself/,
      /^Name its function: .*#User\.fromJson\.$/,
    ],
    ['User.of', 'class User { static fromJson() {} }', /^User has no member of$/, /^Check the name/],
  ])('says what a class lacks: %s', async (name, source, message, next) => {
    const file = join(folder, 'parser.js');
    writeFileSync(file, `exports.User = ${source};`);
    const outcome = await runCli(['fuzz', small(), '--parser', `${file}#${name}`, '--isolate', 'none']);
    expect(outcome.failure?.message).toMatch(message);
    expect(outcome.failure?.next).toMatch(next);
  });
});
