import { type ContractSource, defineContract } from '../../../../src/contract';
import type { PactInteraction } from '../../../../src/provider';
import { cellsOf, type JudgedMutant, judgedMutants } from '../../../../src/provider/audit/mutation/mutation-audit';
import { validatorFor } from '../../../../src/validator';

const USER = {
  type: 'object',
  properties: {
    id: { type: 'integer' },
    name: { type: 'string' },
    etag: { type: 'string' },
    tags: { type: 'array', items: { type: 'object', properties: { at: { type: 'string', format: 'date-time' } } } },
  },
  required: ['id', 'name', 'etag'],
} as const;

const before = { id: 7, name: 'Ada', etag: 'a', tags: [{ at: '2026-01-01T12:00:00Z' }] };

function judged(operation: Partial<ContractSource['operations'][string]>, count = 600): JudgedMutant[] {
  const contract = defineContract({
    version: 1,
    name: 'users',
    consumer: 'web',
    provider: 'users',
    models: { User: USER },
    operations: {
      putUser: {
        method: 'PUT',
        path: '/user',
        request: { schema: { type: 'object', properties: { name: { type: 'string' } } } },
        responses: {
          '200': {
            schema: { $ref: '#/$defs/User' },
            states: [{ name: 'a user exists', params: { user: { $from: 'before' } } }],
          },
        },
        ...operation,
      },
    },
  });
  const interaction = { states: [{ name: 'a user exists', params: { user: before } }] } as unknown as PactInteraction;
  const headers = { 'content-type': 'application/json' };
  const exchange = {
    request: { method: 'PUT', target: '/user', headers, body: Buffer.from('{"name":"Ada"}') },
    response: { status: 200, headers, body: Buffer.from(JSON.stringify(before)) },
  };
  const [putUser] = contract.operations;
  if (putUser === undefined) throw new Error('the contract has no operation');
  return [...judgedMutants([{ interaction, exchange }], putUser, validatorFor(contract), { count, seed: 1 })];
}

const UPDATE = { update: { identity: ['/id'], managed: ['/etag'] } } as const;

/** The outcomes of a field by an operator. */
function outcomes(all: readonly JudgedMutant[], field: string, operator: string): string[] {
  const cell = cellsOf(all).find((one) => one.field === field && one.operator.id === operator);
  return Object.entries(cell?.counts ?? {}).flatMap(([outcome, count]) => (count > 0 ? [outcome] : []));
}

describe('a mutant', () => {
  const known = judged(UPDATE);
  const unknown = judged({});

  it.each([
    ['of another type is noticed by the contract', '/name', 'member-nulled', 'contract'],
    ['with another value is noticed by the known state', '/name', 'text-replaced', 'known state'],
    ['of a list that is doubled, too', '/tags', 'list-doubled', 'known state'],
    ['of what the service sets itself is equivalent', '/etag', 'text-replaced', 'equivalent'],
    ['by the clock of another zone is equivalent', '/tags/[]/at', 'instant-offset', 'equivalent'],
    ['moved by an hour is noticed', '/tags/[]/at', 'instant-hour', 'known state'],
    ['with a member that nothing declares is open', '/tags/[]', 'member-added', 'open'],
    ['with a failure as its status is noticed', 'status', 'status-failure', 'contract'],
  ])('%s', (_what, field, operator, outcome) => {
    expect(outcomes(known, field, operator)).toEqual([outcome]);
  });

  it('with another value is a gap where nothing is known of the state', () => {
    expect(outcomes(unknown, '/name', 'text-replaced')).toEqual(['gap']);
    expect(outcomes(unknown, '/tags/[]/at', 'instant-offset')).toEqual(['equivalent']);
  });
});

it('the same seed draws the same mutants, each once', () => {
  const [first, again] = [judged(UPDATE, 200), judged(UPDATE, 200)].map((all) =>
    all.map(({ mutant: { operator, field, answer } }) => [operator.id, field, String(answer.body), answer.status]),
  );
  expect(again).toEqual(first);
  expect(new Set(first?.map((one) => JSON.stringify(one))).size).toBeGreaterThan(150);
});
