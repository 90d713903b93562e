import { type ContractSource, defineContract, type JsonSchema, resolve, type Schema } from '../../../src/contract';

const models: Record<string, JsonSchema> = {
  Base: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
  Order: {
    allOf: [
      { $ref: '#/$defs/Base' },
      {
        type: 'object',
        properties: { total: { type: 'integer', examples: [3] }, lines: { type: 'array', items: { type: 'string' } } },
      },
    ],
  },
};

const source = (more: Partial<ContractSource>): ContractSource => ({
  version: 1,
  name: 'shop',
  consumer: 'a',
  provider: 'b',
  models,
  operations: {
    get: { method: 'GET', path: '/', responses: { '200': { schema: { $ref: '#/$defs/Order' } } } },
  },
  ...more,
});

function memberOf(more: Partial<ContractSource>, name: string): Schema {
  const { definitions } = defineContract(source(more));
  const order = resolve(definitions['Order'] as Schema, definitions);
  if (order.kind !== 'object') throw new Error(order.kind);
  return order.properties.find((property) => property.name === name)?.schema as Schema;
}

describe('refinements of a model', () => {
  it.each([
    ['/total', { maximum: 9 }, 'total', { kind: 'integer', maximum: 9 }],
    ['/id', { maxLength: 8 }, 'id', { kind: 'string', maxLength: 8 }],
    ['/lines/[]', { minLength: 2 }, 'lines', { kind: 'array', items: { kind: 'string', minLength: 2 } }],
  ] as const)('find %s inside allOf, and behind its references', (site, extra, name, expected) => {
    expect(memberOf({ refinements: { Order: { [site]: extra } } }, name)).toMatchObject(expected);
    // The model that is referred to stays as it is for whoever else uses it.
    expect(defineContract(source({ refinements: { Order: { [site]: extra } } })).definitions['Base']).toMatchObject({
      properties: [{ name: 'id', schema: { kind: 'string' } }],
    });
  });

  it.each([
    [{ refinements: { Order: { '/totl': { maximum: 9 } } } }, 'the refinement Order/totl names a place'],
    [{ samples: { Order: { '/totl': [1] } } }, 'samples Order/totl names a place'],
    [{ samples: { Ordr: { '/total': [1] } } }, 'samples name the model Ordr'],
  ])('and samples that lead nowhere are refused: %j', (more, message) => {
    expect(() => defineContract(source(more))).toThrow(message);
  });
});

describe('samples of a model', () => {
  it('stand before the examples of the document, and tighten nothing', () => {
    const sampled = memberOf({ samples: { Order: { '/total': [42] } } }, 'total');
    expect(sampled).toEqual({ kind: 'integer', examples: [42] });
    const { examples: _, ...rest } = sampled;
    const { examples: __, ...plain } = memberOf({}, 'total');
    expect(rest).toEqual(plain);
  });
});
