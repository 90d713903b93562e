import { defineContract } from '../../../src/contract';
import { REPORTERS } from '../../../src/reporters';
import { runOf } from '../../../src/result';
import { results } from '../breaking/examples';

const models = (name: object) => ({
  User: { type: 'object', properties: { id: { type: 'string' }, name }, required: ['id', 'name'] },
});

const contract = (name: object) =>
  defineContract({
    version: 1,
    name: 'users',
    consumer: 'web',
    provider: 'users',
    models: models(name) as never,
    operations: Object.fromEntries(
      ['getUser', 'findUser'].map((id) => [
        id,
        { method: 'GET', path: `/${id}`, responses: { '200': { schema: { $ref: '#/$defs/User' } } } },
      ]),
    ),
  });

const render = (before: object, after: object): string => {
  const found = results(contract(before), contract(after));
  return REPORTERS.get('changelog')?.render(runOf({ command: 'diff', contract: 'users', seed: 1 }, found, 0)) ?? '';
};

it('tells each cause once, by level, with the payload and the way without breaking anyone', () => {
  const before = { type: 'string', enum: ['a', 'b'] };
  expect(render(before, { type: ['string', 'null'], enum: ['a', 'b', 'c|d', null] })).toBe(`## users

### Breaking

- in 2 operations: /name in the 200 answer of getUser may now be null
  - /name in the 200 answer of getUser
  - /name in the 200 answer of findUser
  - such as \`{"id":"alpha","name":null}\`
  - Leave the member out where it may be absent, or add a new member that may be null.

### Depends on who calls or reads

- in 2 operations: /name in the 200 answer of getUser may now be "c\\|d"
  - /name in the 200 answer of getUser
  - /name in the 200 answer of findUser
  - such as \`{"id":"alpha","name":"c|d"}\`
`);
});

it('says where nothing changed', () => {
  expect(render({ type: 'string' }, { type: 'string' })).toBe('## users\n\nNo changes.\n');
});
