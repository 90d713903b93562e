import { diffTools } from '../../../src/app/diff/tools';
import { defineContract, type JsonSchema, type Model } from '../../../src/contract';
import { answering, results } from './examples';

const CARD = {
  type: 'object',
  properties: { kind: { const: 'card' }, digits: { type: 'string', pattern: '^\\d{4}$' } },
  required: ['kind', 'digits'],
} as const;
const INVOICE = {
  type: 'object',
  properties: { kind: { const: 'invoice' }, due: { type: 'string', format: 'date' } },
  required: ['kind', 'due'],
} as const;

const order = (payment: readonly JsonSchema[], more: { readonly [name: string]: JsonSchema } = {}): JsonSchema => ({
  type: 'object',
  properties: { id: { type: 'string' }, payment: { oneOf: payment }, ...more },
  required: ['id'],
});

/** The witness of each change, by its rule. */
const witnesses = (before: JsonSchema, after: JsonSchema): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    results(answering(before), answering(after)).flatMap(({ findings: [finding], details }) =>
      finding === undefined || finding.level === 'compatible'
        ? []
        : [
            [
              [finding.rule, finding.pointer, ...(finding.rule.includes('enum') ? [finding.actual] : [])].join(' '),
              details?.['payload'] === undefined ? undefined : JSON.parse(details['payload']),
            ],
          ],
    ),
  );

describe('a change within a branch of a union has a witness', () => {
  it.each([
    ['became nullable', { ...CARD.properties.digits, type: ['string', 'null'] }, 'became-nullable', null],
    ['another pattern', { type: 'string', pattern: '^\\d{4,5}$' }, 'pattern-changed', expect.stringMatching(/^\d{5}$/)],
    ['another type', { type: 'integer' }, 'type-changed', expect.any(Number)],
  ] as const)('%s', (_what, digits, rule, shown) => {
    const card = { ...CARD, properties: { ...CARD.properties, digits } } as JsonSchema;
    expect(witnesses(order([CARD, INVOICE]), order([card, INVOICE]))).toEqual({
      [`response-property-${rule} /payment/|0/digits`]: { id: 'alpha', payment: { kind: 'card', digits: shown } },
    });
  });

  it('also where everything else changed, too', () => {
    const before = order([CARD, INVOICE], { customer: { type: 'integer' }, at: { type: 'string' } });
    const after = order([{ ...CARD, required: ['kind'] }, INVOICE], { customer: { type: 'string' } });
    expect(
      witnesses({ ...before, required: ['id', 'at'] }, after)['response-property-became-optional /payment/|0/digits'],
    ).toEqual({ id: 'alpha', payment: { kind: 'card' } });
  });
});

describe('of several changes at one place', () => {
  const value = (schema: JsonSchema): JsonSchema => ({
    type: 'object',
    properties: { value: schema },
    required: ['value'],
  });

  it('each has a witness of its own', () => {
    const limits = witnesses(
      value({ type: 'integer', minimum: 10, maximum: 20 }),
      value({ type: 'integer', minimum: 0, maximum: 99 }),
    );
    expect((limits['response-property-min-decreased /value'] as { value: number }).value).toBeLessThan(10);
    expect((limits['response-property-max-increased /value'] as { value: number }).value).toBeGreaterThan(20);
  });

  it('each value of an enum is shown', () => {
    expect(witnesses(value({ enum: ['on'] }), value({ enum: ['on', 'off', 'auto'] }))).toEqual({
      'response-property-enum-value-added /value "off"': { value: 'off' },
      'response-property-enum-value-added /value "auto"': { value: 'auto' },
    });
  });

  it('what no payload can show is no more than a warning, whatever else changed', () => {
    const before = value({ type: 'string', pattern: '^[ab]{3}$', maxLength: 3 });
    const found = results(
      answering(before),
      answering(value({ type: ['string', 'null'], pattern: '^[ab]{3}$', maxLength: 9 })),
    );
    expect(found.flatMap(({ findings }) => findings.map(({ rule, level }) => `${level} ${rule}`))).toEqual([
      'breaking response-property-became-nullable',
      'warning response-property-max-length-increased',
    ]);
  });
});

it('a map that became an object shows a member that nobody declares', () => {
  const map: JsonSchema = { type: 'object', additionalProperties: { type: 'string' } };
  const object: JsonSchema = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };
  expect(witnesses(map, object)).toEqual({
    'response-property-type-generalized /{}': { name: 'alpha', undeclared: null },
  });
});

describe('null as an item of a list', () => {
  const TREE: JsonSchema = { $ref: '#/$defs/Tree' };
  const answeringTree = (children: JsonSchema) => {
    const properties = { value: { type: 'number' }, children: { type: 'array', items: children } } as const;
    return answering(TREE, { Tree: { type: 'object', properties, required: ['value'] } });
  };
  const payloadsOf = (children: JsonSchema): readonly unknown[] =>
    results(answeringTree(TREE), answeringTree(children))
      .filter(({ findings }) => findings.some(({ rule }) => rule.includes('became-nullable')))
      .map(({ details }) => JSON.parse(details?.['payload'] ?? '"none"'));

  it.each<[string, JsonSchema]>([
    ['beside a model', { anyOf: [TREE, { type: 'null' }] }],
    ['in a union within a union', { anyOf: [TREE, { anyOf: [{ type: 'integer' }, { type: 'null' }] }] }],
    ['in one of which one fits', { oneOf: [TREE, { oneOf: [{ type: 'integer' }, { type: 'null' }] }] }],
  ])('is shown %s', (_where, children) => {
    expect(payloadsOf(children)).toEqual([{ value: 12.5, children: [null] }]);
  });
});

describe('null that two branches of a oneOf fit is refused', () => {
  const NULL: JsonSchema = { type: 'null' };
  const object: JsonSchema = { type: 'object' };
  const value = (schema: JsonSchema): JsonSchema => ({ type: 'object', properties: { value: schema } });

  it('so that nothing became nullable', () => {
    expect(witnesses(value(object), value({ oneOf: [{ anyOf: [object, NULL] }, NULL] }))).toEqual({});
  });

  it('where it was allowed', () => {
    const found = results(answering(value({ oneOf: [{}, NULL] })), answering(value({})));
    expect(found.flatMap(({ findings }) => findings)).toMatchObject([{ level: 'breaking', pointer: '/value' }]);
  });
});

it('objects of a union are told by what sets them apart', () => {
  const bank = { type: 'object', properties: { iban: { type: 'string' } }, required: ['iban'] } as const;
  const found = results(answering(order([CARD])), answering(order([CARD, INVOICE, bank])));
  expect(found.filter(({ status }) => status === 'failed').map(({ findings }) => findings[0]?.message)).toEqual([
    '/payment in the 200 answer of readUser may now be an object whose kind is "invoice", too',
    '/payment in the 200 answer of readUser may now be an object with iban, too',
  ]);
});

it('operations that share a model share what is found of it', () => {
  const contract = (type: 'string' | 'integer') =>
    defineContract({
      version: 1,
      name: 'example',
      consumer: 'web',
      provider: 'users',
      models: { User: { type: 'object', properties: { id: { type } }, required: ['id'] } },
      operations: Object.fromEntries(
        ['a', 'b', 'c'].map((id) => [
          id,
          { method: 'GET', path: `/${id}`, responses: { '200': { schema: { $ref: '#/$defs/User' } } } },
        ]),
      ),
    });
  let made = 0;
  const tools = diffTools(contract('string'));
  const counting = {
    ...tools,
    payloads: (model: Model) => {
      made += 1;
      return tools.payloads(model);
    },
  };
  const found = results(contract('integer'), contract('string'), { tools: counting });
  expect(found.filter(({ findings }) => findings.length > 0)).toMatchObject([
    {
      findings: [{ message: 'in 3 operations: /id in the 200 answer of a is now a string, and was an integer' }],
      details: {
        payload: '{"id":"alpha"}',
        places: 'abc'.replace(/./g, '/id in the 200 answer of $&\n').trim(),
      },
    },
  ]);
  expect(made).toBe(1);
});
