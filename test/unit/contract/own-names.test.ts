import {
  ContractError,
  type ContractSource,
  defineContract,
  type JsonValue,
  type Schema,
  wireName,
  wirePointer,
} from '../../../src/contract';
import { driftFindings } from '../../../src/importers';
import { exampleOf } from '../../../src/pact/example';
import { validatorFor } from '../../../src/validator';

const models = {
  Card: {
    type: 'object',
    properties: { kind: { enum: ['card'] }, cardNumber: { type: 'string' } },
    required: ['kind', 'cardNumber'],
  },
  Cash: { type: 'object', properties: { kind: { enum: ['cash'] } }, required: ['kind'] },
  Payment: {
    type: 'object',
    properties: {
      atType: { type: 'string' },
      var_from: { type: 'integer' },
      'odd/name': { type: 'array', items: { type: 'object', properties: { _class: { type: 'string' } } } },
      paidAt: { type: 'integer' },
      method: {
        oneOf: [{ $ref: '#/$defs/Card' }, { $ref: '#/$defs/Cash' }],
        discriminator: { propertyName: 'kind' },
      },
    },
    required: ['atType', 'var_from', 'paidAt'],
    additionalProperties: false,
    examples: [{ atType: 'payment', var_from: 7, paidAt: 8, method: { kind: 'card', cardNumber: '1' } }],
  },
} as const;

const names = { atType: '@type', var_from: 'from', 'odd/name': 'a/b~c', _class: 'class', kind: 'paid-by' };

const source: ContractSource = {
  version: 1,
  name: 'payment',
  consumer: 'till',
  provider: 'bank',
  names,
  models,
  refinements: { Payment: { '/atType': { maxLength: 9 }, '/var_from': { maximum: 10 } } },
  operations: {
    pay: {
      method: 'PUT',
      path: '/payment/{kind}',
      parameters: {
        kind: { in: 'path', schema: { type: 'string' }, value: { $from: 'request', pointer: '/var_from' } },
      },
      request: { schema: { $ref: '#/$defs/Payment' } },
      responses: {
        200: {
          schema: { $ref: '#/$defs/Payment' },
          states: [
            { name: 'there is one', params: { var_from: { $from: 'response', pointer: '/odd~1name/0/_class' } } },
          ],
        },
      },
      update: {
        identity: ['/atType'],
        order: [['/var_from', '/paidAt']],
        sideEffects: { '/paidAt': ['/method/kind'] },
      },
    },
  },
  rules: [
    {
      id: 'from-the-start',
      description: 'Payments start at 1.',
      level: 'error',
      when: [{ pointer: '/method/kind', in: ['card'] }],
      must: [{ pointer: '/var_from', minimum: 1 }],
    },
  ],
  fixed: [{ pointer: '/odd~1name/[]/_class', value: 'A', reason: 'always' }],
};

const payment = { '@type': 'payment', from: 7, paidAt: 8 };

describe('own names on the wire', () => {
  const contract = defineContract(source);

  it('stand for the documented names of properties, which stay beside them', () => {
    expect(contract.names).toEqual(names);
    expect(contract.definitions['Payment']).toMatchObject({
      properties: [
        { name: '@type', documentedName: 'atType', schema: { maxLength: 9 } },
        { name: 'from', documentedName: 'var_from', schema: { maximum: 10 } },
        { name: 'a/b~c', schema: { items: { properties: [{ name: 'class', documentedName: '_class' }] } } },
        { name: 'paidAt' },
        { name: 'method', schema: { discriminator: { property: 'paid-by' } } },
      ],
    });
  });

  it('go before the strategy, which names the rest', () => {
    const snake = defineContract({ ...source, names: { ...names, cardNumber: 'cardNo' } }, { wireNames: 'snake_case' });
    const text = JSON.stringify(snake.definitions);
    for (const name of ['@type', 'from', 'a/b~c', 'class', 'paid-by', 'paid_at', 'cardNo'])
      expect(text).toContain(`"name":"${name}"`);
    expect(text).not.toContain('card_no');
  });

  it('are in every pointer that the contract gives by documented names; a path keeps its own', () => {
    const [operation] = contract.operations;
    expect(operation).toMatchObject({
      parameters: [{ name: 'kind', value: { $from: 'request', pointer: '/from' } }],
      responses: [{ states: [{ params: { from: { $from: 'response', pointer: '/a~1b~0c/0/class' } } }] }],
      update: {
        identity: ['/@type'],
        order: [['/from', '/paidAt']],
        sideEffects: { '/paidAt': ['/method/paid-by'] },
      },
    });
    expect(contract.rules).toMatchObject([{ when: [{ pointer: '/method/paid-by' }], must: [{ pointer: '/from' }] }]);
    expect(contract.fixed).toMatchObject([{ pointer: '/a~1b~0c/[]/class' }]);
  });

  it('are those of examples', () => {
    const schema = contract.definitions['Payment'];
    expect(schema?.examples).toEqual([{ ...payment, method: { 'paid-by': 'card', cardNumber: '1' } }]);
    expect(exampleOf(schema as Schema, contract.definitions)).toMatchObject(payment);
    const swapped = { type: 'object', properties: { a: {}, b: {} }, examples: [{ a: 1, b: 2 }] } as const;
    const other = defineContract({
      ...source,
      models: { ...models, Swapped: swapped },
      names: { ...names, a: 'b', b: 'a' },
    });
    expect(exampleOf(other.definitions['Swapped'] as Schema, other.definitions)).toEqual({ b: 1, a: 2 });
  });

  it('are what a validator takes, and rules look at', () => {
    const validator = validatorFor(contract);
    const rulesOf = (body: object) =>
      validator.response('pay', 200, { value: body as JsonValue }).map(({ rule }) => rule);
    expect(rulesOf(payment)).toEqual([]);
    expect(rulesOf({ atType: 'payment', var_from: 7, paidAt: 8 })).toContain('required');
    expect(rulesOf({ ...payment, from: 0, method: { 'paid-by': 'card', cardNumber: '1' } })).toEqual([
      'from-the-start',
    ]);
  });

  it('leave the contract what its document says', () => {
    const { refinements: _, ...plain } = source;
    expect(driftFindings(models, defineContract(plain, { wireNames: 'snake_case' }).definitions)).toEqual([]);
  });

  it.each<[string, Partial<ContractSource>, string, string]>([
    [
      'unknown ones',
      { names: { ...names, '@type': 'x', froM: 'y' } },
      'names has @type, froM, and no property',
      '/names',
    ],
    ['no texts', { names: { atType: 5 as never } }, 'names has no text for atType', '/names'],
    [
      'one name for two properties',
      { names: { ...names, var_from: 'paidAt' } },
      'var_from and paidAt are both named paidAt on the wire',
      '/models/Payment',
    ],
    [
      'one name for two properties, by the strategy',
      { wireNames: 'snake_case', names: { ...names, var_from: 'paid_at' } },
      'var_from and paidAt are both named paid_at on the wire',
      '/models/Payment',
    ],
  ])('are refused: %s', (_, change, message, where) => {
    const define = () => defineContract({ ...source, ...change });
    expect(define).toThrow(ContractError);
    expect(define).toThrow(message);
    expect(define).toThrow(expect.objectContaining({ where }));
  });
});

describe('a name on the wire', () => {
  it('needs only a strategy', () => {
    expect(wireName('accountId', 'documented')).toBe('accountId');
    expect(wireName('accountId', 'snake_case')).toBe('account_id');
    expect(wireName('constructor', { wireNames: 'documented', names: {} })).toBe('constructor');
  });

  it('leaves in a pointer what is no name', () => {
    const naming = { wireNames: 'snake_case', names: { '[]': 'list', '': 'empty', a: '{}' } } as const;
    expect(wirePointer('/loginHistory/[]/{}/|1/0', naming)).toBe('/login_history/[]/{}/|1/0');
    expect(wirePointer('/~2[]/a', naming)).toBe('/list/~2{}');
    expect(wirePointer('', naming)).toBe('');
  });
});
