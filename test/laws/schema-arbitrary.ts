import fc from 'fast-check';
import type { Contract, JsonValue, Model, Property, Schema, StringSchema } from '../../src/contract';

const NAMES = ['id', 'name', '__proto__', 'constructor', 'toString', 'a/b', 'c~d', '[]', 'größe', 'q"uote', 'x y'];
const MODELS = ['Tree', 'List'];

/** Two bounds in order, each possibly absent. */
const bounds = (most: number): fc.Arbitrary<readonly [number | undefined, number | undefined]> =>
  fc
    .tuple(fc.option(fc.nat(most), { nil: undefined }), fc.option(fc.nat(most), { nil: undefined }))
    .map(([low, high]) => [low, low === undefined || high === undefined ? high : low + high] as const);

/** `{ key: value }` of what is there. */
const only = <T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const plainString: fc.Arbitrary<Schema> = bounds(12).map(([minLength, maxLength]) => ({
  kind: 'string',
  ...only({ minLength, maxLength }),
}));
const patterned: fc.Arbitrary<Schema> = fc
  .constantFrom('^[a-z]{2,8}$', '^\\d{4}-\\d{2}$', '[A-Z]', '^(?:on|off)$', '^.+@.+$', '^[^\\s]+$')
  .map((pattern) => ({ kind: 'string', pattern }));
const formatted: fc.Arbitrary<Schema> = fc
  .constantFrom('date-time', 'date', 'time', 'email', 'uuid', 'uri', 'ipv4', 'ipv6', 'hostname', 'byte', 'unheard-of')
  .map((format) => ({ kind: 'string', format }));
const integer: fc.Arbitrary<Schema> = fc
  .tuple(bounds(1000), fc.constantFrom(undefined, 'int32', 'int64'), fc.constantFrom(undefined, undefined, 5))
  .map(([[minimum, maximum], format, multipleOf]) =>
    multipleOf === undefined
      ? { kind: 'integer', ...only({ minimum, maximum, format }) }
      : { kind: 'integer', ...only({ minimum, format, multipleOf }) },
  );
const number: fc.Arbitrary<Schema> = bounds(100).map(([minimum, maximum]) => ({
  kind: 'number',
  ...only(minimum === maximum ? { minimum } : { minimum, exclusiveMaximum: maximum }),
}));
const enumeration: fc.Arbitrary<Schema> = fc
  .uniqueArray(fc.constantFrom<JsonValue>('A', 'b', 'C d', '', 'a', 1, true, null), { minLength: 1, maxLength: 5 })
  .map((values) => ({ kind: 'enum', values }));

const scalar = fc.oneof(
  plainString,
  patterned,
  formatted,
  integer,
  number,
  enumeration,
  fc.constant<Schema>({ kind: 'boolean' }),
  fc.constant<Schema>({ kind: 'null' }),
  fc.constant<Schema>({ kind: 'any' }),
);

const arrays = (items: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> =>
  fc.tuple(items, bounds(3)).map(([inner, [minItems, maxItems]]) => ({
    kind: 'array',
    items: inner,
    ...only({ minItems: Math.min(minItems ?? 0, 1), maxItems: maxItems === undefined ? undefined : maxItems + 1 }),
  }));

const maps = (values: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> =>
  fc
    .tuple(values, fc.constantFrom<StringSchema | undefined>(undefined, undefined, { kind: 'string', maxLength: 10 }))
    .map(([inner, keys]) => ({ kind: 'map', values: inner, ...only({ keys }) }));

const objects = (inner: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> =>
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 5 }),
      fc.array(fc.tuple(inner, fc.boolean()), { minLength: 5, maxLength: 5 }),
      fc.constantFrom<Schema | false>({ kind: 'any' }, { kind: 'any' }, { kind: 'boolean' }, false),
    )
    .map(([names, parts, additional]) => ({
      kind: 'object',
      properties: names.map((name, index): Property => {
        const [schema, required] = parts[index] as [Schema, boolean];
        return { name, schema, required };
      }),
      additional,
    }));

/** Unions of which a value is of one branch only, and may be of several: objects that overlap. */
const overlapping = (inner: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> =>
  fc
    .tuple(fc.uniqueArray(fc.constantFrom('id', 'name', 'x y'), { minLength: 2, maxLength: 3 }), inner, fc.boolean())
    .map(([names, schema, required]) => ({
      kind: 'union',
      mode: 'one',
      branches: names.map((name) => ({
        kind: 'object',
        properties: [{ name, schema, required }],
        additional: { kind: 'any' },
      })),
    }));

/** Schemas as of {@link schemaArbitrary}, unions of overlapping objects among them. */
export const overlappingArbitrary = (inner: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> =>
  fc.oneof({ arbitrary: inner, weight: 3 }, { arbitrary: overlapping(inner), weight: 1 });

const unions = (inner: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> =>
  fc.oneof(
    inner.map((schema): Schema => ({ kind: 'union', mode: 'any', branches: [schema, { kind: 'null' }] })),
    fc.constant<Schema>({
      kind: 'union',
      mode: 'one',
      branches: [{ kind: 'boolean' }, { kind: 'integer', minimum: 0, maximum: 9 }, { kind: 'string', maxLength: 4 }],
    }),
  );

/** Schemas of all kinds, up to some levels deep; references go to the models of {@link modelArbitrary}. */
export const schemaArbitrary: fc.Arbitrary<Schema> = fc.letrec<{ schema: Schema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { arbitrary: scalar, weight: 4 },
    { arbitrary: objects(tie('schema')), weight: 3 },
    { arbitrary: arrays(tie('schema')), weight: 1 },
    { arbitrary: maps(tie('schema')), weight: 1 },
    { arbitrary: unions(tie('schema')), weight: 1 },
    { arbitrary: fc.constantFrom(...MODELS).map((name): Schema => ({ kind: 'reference', name })), weight: 1 },
  ),
})).schema;

const recursive = (inner: Schema): Model['definitions'] => ({
  Tree: {
    kind: 'object',
    additional: { kind: 'any' },
    properties: [
      { name: 'value', required: true, schema: inner },
      { name: 'children', required: false, schema: { kind: 'array', items: { kind: 'reference', name: 'Tree' } } },
    ],
  },
  List: {
    kind: 'union',
    mode: 'any',
    branches: [
      { kind: 'null' },
      {
        kind: 'object',
        additional: false,
        properties: [
          { name: 'head', required: true, schema: { kind: 'integer' } },
          { name: 'tail', required: true, schema: { kind: 'reference', name: 'List' } },
        ],
      },
    ],
  },
});

/** Models, recursive ones among them, whose root is an object as of most responses. */
export const modelArbitrary: fc.Arbitrary<Model> = fc
  .tuple(objects(schemaArbitrary), scalar)
  .map(([schema, inner]) => ({ schema, definitions: recursive(inner) }));

/** The smallest contract whose one successful answer is of a model. */
export const contractOf = (model: Model): Contract => ({
  version: 1,
  name: 'generated',
  consumer: 'consumer',
  provider: 'provider',
  wireNames: 'documented',
  definitions: model.definitions,
  operations: [
    {
      id: 'get',
      method: 'GET',
      path: '/',
      parameters: [],
      security: { scheme: 'none' },
      responses: [{ status: '200', mediaType: 'application/json', schema: model.schema, headers: [], states: [] }],
    },
  ],
  rules: [],
  fixed: [],
});
