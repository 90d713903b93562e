import { coveringOf } from '../../../src/cases';
import { defineContract, type JsonSchema } from '../../../src/contract';
import { cannotCarry } from '../../../src/pact';

const coveringCases = (schema: JsonSchema, carries?: typeof cannotCarry) => {
  const contract = defineContract({
    version: 1,
    name: 'always',
    consumer: 'a',
    provider: 'b',
    models: { Always: schema },
    operations: { get: { method: 'GET', path: '/', responses: { '200': { schema: { $ref: '#/$defs/Always' } } } } },
  });
  const covering = coveringOf(contract, { carries });
  const again = coveringOf(contract, { carries, keep: covering.kept });
  expect(again.cases).toEqual(covering.cases);
  return covering.cases.map(({ body }) => body);
};

describe('an answer that is always the same', () => {
  it.each<[JsonSchema, string]>([
    [
      { type: 'object', required: ['ok'], properties: { ok: { const: true } }, additionalProperties: false },
      '{"ok":true}',
    ],
    [{ const: 'x' }, '"x"'],
    [{ type: 'object', additionalProperties: false }, '{}'],
  ])('has one row: %j', (schema, body) => {
    expect(coveringCases(schema)).toEqual([body]);
  });

  it('has none where it cannot be carried', () => {
    expect(coveringCases({ type: 'null' })).toEqual(['null']);
    expect(coveringCases({ type: 'null' }, cannotCarry)).toEqual([]);
  });
});
