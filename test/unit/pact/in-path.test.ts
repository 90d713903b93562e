import { pactInteractions } from '../../../src/app/pacts/plan';
import { coveringOf } from '../../../src/cases';
import { type ContractSource, defineContract, type JsonObject, type JsonSchema, valueAt } from '../../../src/contract';
import { cannotCarryIn } from '../../../src/pact';

/** A service of pets, each at a path of its own. */
const petsBy = (id: JsonSchema, parameter: JsonSchema): ContractSource => ({
  version: 1,
  name: 'pets',
  consumer: 'web',
  provider: 'shop',
  models: { Pet: { type: 'object', properties: { id, tag: { type: 'string' } } } },
  operations: {
    getPet: {
      method: 'GET',
      path: '/pets/{petId}',
      parameters: { petId: { in: 'path', schema: parameter, value: { $from: 'before', pointer: '/id' } } },
      responses: {
        '200': {
          schema: { $ref: '#/$defs/Pet' },
          states: [{ name: 'a pet exists', params: { pet: { $from: 'before' } } }],
        },
        '404': { states: [{ name: 'no such pet', params: { petId: { $from: 'path', pointer: '/petId' } } }] },
      },
    },
  },
});

describe('a member that a path names the resource by', () => {
  const contract = defineContract(petsBy({ type: 'string' }, { type: 'string', maxLength: 5 }));
  const interactions = pactInteractions(contract);

  it('is in every pact just as it is in the path, and never absent, empty, or what no path can hold', () => {
    const ids = interactions
      .filter(({ response }) => response.status === 200)
      .map(({ states, request }) => {
        const id = String(valueAt((states[0]?.params ?? {}) as JsonObject, '/pet/id'));
        expect(request.path).toBe(`/pets/${id}`);
        return id;
      });
    expect(new Set(ids).size).toBeGreaterThan(1);
    for (const id of ids) expect(id).toMatch(/^[\w.~:@-]{1,5}$/);
  });

  it('leaves other members all their classes', () => {
    const tags = interactions.map(({ response }) => (response.body as { tag?: string } | undefined)?.tag);
    expect(tags).toEqual(expect.arrayContaining([undefined, '']));
  });

  it('is left out with the reason', () => {
    const covering = coveringOf(contract, { operationId: 'getPet', carries: cannotCarryIn(contract) });
    const ofId = covering.excluded.filter(({ site, reason }) => site === '/id' && reason.includes('the path names'));
    expect(ofId.map(({ class: name }) => name)).toEqual(expect.arrayContaining(['empty', 'absent']));
  });

  it('is one that the parameter allows', () => {
    const narrow = defineContract(petsBy({ type: 'integer' }, { type: 'integer', minimum: 1 }));
    const paths = pactInteractions(narrow).map(({ request }) => Number(request.path.split('/')[2]));
    expect(Math.min(...paths)).toBeGreaterThanOrEqual(1);
  });

  it('is told to a state as the path has it', () => {
    const missing = interactions.find(({ response }) => response.status === 404);
    expect(missing?.states).toEqual([{ name: 'no such pet', params: { petId: missing?.request.path.split('/')[2] } }]);
  });
});
