import { pactPlan } from '../../../src/app/pacts/plan';
import { CoverageMeter } from '../../../src/cases';
import {
  type ContractSource,
  defineContract,
  isJsonObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../../src/contract';
import { cannotCarryIn } from '../../../src/pact';

type Properties = Readonly<Record<string, JsonSchema>>;

const object = (properties: Properties, over: object = {}): JsonSchema =>
  ({ type: 'object', properties, ...over }) as JsonSchema;

/** An operation that creates what it is sent, and answers with it. */
const creating = (sent: JsonSchema, made: JsonSchema): ContractSource => ({
  version: 1,
  name: 'orders',
  consumer: 'web',
  provider: 'shop',
  models: { Made: made },
  operations: {
    create: {
      method: 'POST',
      path: '/orders',
      creates: true,
      request: { mediaType: 'application/json', schema: sent, required: true },
      responses: {
        '201': {
          mediaType: 'application/json',
          schema: { $ref: '#/$defs/Made' },
          states: [{ name: 'create succeeds' }],
        },
      },
    },
  },
});

const id: JsonSchema = { type: 'string', format: 'uuid', readOnly: true };
const sku: JsonSchema = { type: 'string', minLength: 1, maxLength: 20 };
const note = { type: ['string', 'null'], maxLength: 200 } as const;
const coupon: JsonSchema = { type: 'string' };
const seenItems: JsonSchema = {
  type: 'array',
  items: object({ sku, seen: { type: 'integer', readOnly: true } }, { required: ['sku'] }),
};
const item = object({ sku, quantity: { type: 'integer', minimum: 1 } }, { required: ['sku', 'quantity'] });
const items: JsonSchema = { type: 'array', minItems: 1, items: item };
const orderOf = (members: Properties): JsonSchema => object({ id, ...members }, { required: ['id'] });

const order = creating(object({ items, note, coupon }, { required: ['items'] }), orderOf({ items, note, coupon }));

const DOCUMENTS: readonly [string, ContractSource][] = [
  ['a nullable text of a limited length, and a list of objects with one', order],
  [
    'a member that a request must have and an answer need not',
    creating(object({ coupon, note }, { required: ['coupon'] }), orderOf({ coupon, note })),
  ],
  [
    'an example of the request that has what is optional',
    creating(object({ coupon, note }, { examples: [{ coupon: 'SALE', note: 'now' }] }), orderOf({ coupon, note })),
  ],
  [
    'a text that only an answer may have as null',
    creating(object({ note: { type: 'string', maxLength: 9 } }), orderOf({ note })),
  ],
  ['a member of items that the service sets', creating(object({ items: seenItems }), orderOf({ items: seenItems }))],
  [
    'a map of texts',
    creating(
      object({ tags: { type: 'object', additionalProperties: sku } }),
      orderOf({ tags: { type: 'object', additionalProperties: sku } }),
    ),
  ],
];

const madeOf = (source: ContractSource) => {
  const contract = defineContract(source);
  const plan = pactPlan(contract);
  const covering = plan.coverings.get('create');
  const meter = new CoverageMeter(contract, { carries: cannotCarryIn(contract), fixed: contract.fixed });
  const rows = (covering?.cases ?? []).map((testCase) => {
    const interaction = plan.interactions.find(({ caseId }) => caseId === testCase.id);
    return {
      id: testCase.id,
      classes: Object.entries(testCase.classes),
      sent: interaction?.request.body as JsonObject,
      made: interaction?.response.body as JsonValue,
    };
  });
  return { meter, rows, excluded: covering?.excluded ?? [] };
};

describe.each(DOCUMENTS)('what is created: %s', (_, source) => {
  const { meter, rows } = madeOf(source);

  it('has the classes that its row is called for', () => {
    expect(rows.length).toBeGreaterThan(2);
    const lost = rows.flatMap(({ id: row, classes, made }) => {
      const own = meter.classesOf('create', made);
      return classes.flatMap(([site, name]) => (own.get(site)?.has(name) === true ? [] : [`${row}: ${site} ${name}`]));
    });
    expect(lost).toEqual([]);
  });

  it('comes back as it was sent', () => {
    for (const { sent, made } of rows)
      for (const [name, value] of Object.entries(sent))
        if (isJsonObject(made)) expect([name, made[name]]).toEqual([name, value]);
  });

  it('is all that can be covered', () => {
    for (const { id: row, made } of rows) meter.see('create', made, { id: row });
    const { classes, pairs, cells } = meter.coverage();
    expect(cells?.filter(({ covered, excluded }) => !covered && excluded === undefined)).toEqual([]);
    expect(classes.covered).toBe(classes.feasible);
    expect(pairs).toMatchObject({ covered: pairs?.feasible });
  });
});

describe('what not every service takes', () => {
  const { excluded, rows } = madeOf(order);

  it.each(['/note/|0', '/items/[]/sku'])('is left out at %s with the reason', (site) => {
    const reason = 'the request may not have it, or not every service takes it';
    expect(excluded).toContainEqual({ site, class: 'at the maximum, astral', reason });
  });

  it('leaves all other classes of its place', () => {
    const lengths = rows.map(({ sent }) => (typeof sent['note'] === 'string' ? sent['note'].length : -1));
    expect(lengths).toEqual(expect.arrayContaining([-1, 0, 200]));
    expect(rows.some(({ sent }) => sent['note'] === null)).toBe(true);
  });
});
