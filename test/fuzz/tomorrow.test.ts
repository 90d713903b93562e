import { diffTools } from '../../src/app/diff/tools';
import { withTomorrow } from '../../src/app/fuzz/tomorrow/tomorrow-run';
import { diffContracts } from '../../src/breaking';
import { generateCases } from '../../src/cases';
import {
  type Contract,
  type ContractSource,
  defineContract,
  type MainResponse,
  successfulResponses,
} from '../../src/contract';
import { type ParseFunction, TOMORROW_ROWS, tomorrowsOf } from '../../src/fuzz';
import { type Finding, runOf } from '../../src/result';
import { validatorFor } from '../../src/validator';

const branch = (kind: string, more: object) => ({
  type: 'object',
  required: ['kind'],
  properties: { kind: { type: 'string', enum: [kind] }, ...more },
});

/** An answer in which each row has its place. */
const contract = defineContract({
  version: 1,
  name: 'order',
  consumer: 'a',
  provider: 'b',
  models: {
    Order: {
      type: 'object',
      required: ['id', 'status'],
      properties: {
        id: { type: 'string', maxLength: 20 },
        status: { type: 'string', enum: ['NEW', 'PAID'] },
        count: { type: 'integer', minimum: 0, maximum: 100 },
        lines: { type: 'array', maxItems: 3, items: { type: 'integer' } },
        closed: { type: 'object', additionalProperties: false, properties: { a: { type: 'string' } } },
        one: { oneOf: [branch('card', { last4: { type: 'string' } }), branch('cash', {})] },
        any: { anyOf: [branch('post', { code: { type: 'string' } }), branch('none', {})] },
      },
    },
  },
  operations: { get: { method: 'GET', path: '/', responses: { '200': { schema: { $ref: '#/$defs/Order' } } } } },
} as unknown as ContractSource);

const response = successfulResponses(contract)[0] as MainResponse;
const cases = [...generateCases(contract, { mode: 'random', count: 40, seed: 1 })];

/** The rules that a diff finds from one contract to another. */
const rulesFrom = (after: Contract): string[] =>
  diffContracts(contract, after, { tools: diffTools(after), failOn: 'none', ignores: [], today: '2026-01-01' })
    .results.flatMap(({ findings }) => findings)
    .map(({ rule }) => rule);

describe('a change that providers make without asking', () => {
  const tomorrows = tomorrowsOf(contract, response, cases);

  it('has each row somewhere in this contract', () => {
    expect(new Set(tomorrows.map(({ row }) => row))).toEqual(
      new Set([...TOMORROW_ROWS.map(({ row }) => row), 'header-added', undefined]),
    );
  });

  it.each(TOMORROW_ROWS.map(({ row }) => [row]))('%s is told by a diff, and has a response of its contract', (row) => {
    const { contract: after, testCase } = tomorrows.find((one) => one.row === row) as (typeof tomorrows)[number];
    expect(rulesFrom(after)).not.toEqual([]);
    expect(validatorFor(after).response('get', 200, Buffer.from(testCase.body ?? ''))).toEqual([]);
  });
});

/** The notes of a run that looks ahead. */
async function notesOf(exported: ParseFunction): Promise<Finding[]> {
  const run = runOf(
    { command: 'fuzz', contract: 'order', seed: 1 },
    cases.map(({ id }) => ({ id, status: 'passed' as const, findings: [] })),
    0,
  );
  const options = { contract: 'order', response, rules: [], cases, seed: 1, judge: () => [] };
  const told = await withTomorrow(run, contract, { ...options, parser: { kind: 'loaded', exported } });
  expect(told.summary.failed).toBe(0);
  return [...(told.results.at(-1)?.findings ?? [])];
}

describe('what a report says of tomorrow', () => {
  it('counts what a tolerant parser survives, all of it', async () => {
    const [head, ...others] = await notesOf((body) => JSON.parse(body));
    expect(head?.message).toMatch(/^today's parser survives (\d+) of \1 changes/);
    expect(others).toEqual([]);
  });

  it('names what ends a parser, with the rule and its level', async () => {
    const [head, ...others] = await notesOf((body) => {
      const read = JSON.parse(body) as { status: string };
      if (!['NEW', 'PAID'].includes(read.status)) throw new Error(`status ${read.status}`);
      return read;
    });
    expect(head?.level).toBe('note');
    expect(others.map(({ pointer, message }) => `${pointer} ${message}`)).toEqual([
      expect.stringMatching(
        /^\/status \/status has a new value \(response-property-enum-value-added, warning\): .*status TOMORROW/,
      ),
    ]);
  });

  it('lets a parser drop what is new', async () => {
    const [, ...others] = await notesOf((body) => {
      const { tomorrow: _new, ...read } = JSON.parse(body) as Record<string, unknown>;
      return read;
    });
    expect(others).toEqual([]);
  });
});
