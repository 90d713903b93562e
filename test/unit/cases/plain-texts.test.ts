import { coveringOf } from '../../../src/cases';
import { defineContract, type JsonSchema } from '../../../src/contract';

const sourceWith = (schema: JsonSchema) =>
  ({
    version: 1,
    name: 'plain',
    consumer: 'c',
    provider: 'p',
    models: { Thing: { type: 'object', properties: { value: schema } } },
    operations: {
      getIt: { method: 'GET', path: '/', responses: { '200': { schema: { $ref: '#/$defs/Thing' } } } },
    },
  }) as const;

describe('an optional text whose plain values look like an edge class that its pattern leaves no value of', () => {
  it.each([
    ['a decimal', '^(0|[1-9][0-9]{0,8})\\.[0-9]{2}$'],
    ['digits', '^[0-9]{5}$'],
    ['one letter', '^[A-C]$'],
  ])('is there in some rows: %s', (_, pattern) => {
    const contract = defineContract(sourceWith({ type: 'string', pattern }));
    const { cases } = coveringOf(contract, { operationId: 'getIt' });
    const bodies = cases.map(({ body }) => JSON.parse(body as string) as { value?: string });
    expect(bodies.some(({ value }) => value !== undefined && new RegExp(pattern).test(value))).toBe(true);
    expect(bodies.some(({ value }) => value === undefined)).toBe(true);
  });
});
