import fc from 'fast-check';

type Json = Record<string, unknown>;

const NAMES = ['id', 'kind', 'next', 'constructor', 'a/b'];
const MODELS = ['Node', 'Leaf', 'Loose'];
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 1 });

/** An object of some of the keywords. */
const keywords = (record: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Json> =>
  fc
    .record(Object.fromEntries(Object.entries(record).map(([name, arbitrary]) => [name, some(arbitrary)])))
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)));

const textual = keywords({
  minLength: fc.nat(3),
  maxLength: fc.nat({ max: 9 }),
  pattern: fc.constantFrom('^[a-z]+$', '[0-9]'),
});
const numeric = keywords({
  minimum: fc.integer({ min: -5, max: 3 }),
  exclusiveMaximum: fc.integer({ min: 4, max: 50 }),
  multipleOf: fc.constantFrom(1, 2, 0.5, 3),
});
const typed = (types: readonly unknown[], inner: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.tuple(fc.constantFrom(...types), inner).map(([type, rest]) => (type === undefined ? rest : { type, ...rest }));

const scalar = fc.oneof(
  typed(['string', 'string', ['string', 'null'], undefined], textual),
  typed(['integer', 'number', ['integer', 'boolean'], undefined], numeric),
  fc.constantFrom<Json>({ type: 'boolean' }, { type: 'null' }, {}, { type: 'string', format: 'date' }, { const: 'x' }),
  fc
    .subarray(['a', 'b', 'long text', 1, 2.5, null, true], { minLength: 1 })
    .chain((values) =>
      fc.constantFrom<Json>(
        { enum: values },
        { type: ['string', 'null', 'integer', 'number', 'boolean'], enum: values },
      ),
    ),
);

const objects = (inner: fc.Arbitrary<unknown>): fc.Arbitrary<Json> =>
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 3 }),
      fc.array(inner, { minLength: 3, maxLength: 3 }),
      keywords({
        required: fc.subarray([...NAMES.slice(0, 3), 'other'], { maxLength: 2 }),
        additionalProperties: fc.oneof(fc.boolean(), inner),
        maxProperties: fc.integer({ min: 2, max: 6 }),
        minProperties: fc.nat(2),
        propertyNames: fc.constantFrom({ maxLength: 10 }, { minLength: 1 }),
      }),
      fc.constantFrom('object', 'object', ['object', 'null'], undefined),
    )
    .map(([names, schemas, rest, type]) => ({
      ...(type === undefined ? {} : { type }),
      ...(names.length === 0
        ? {}
        : { properties: Object.fromEntries(names.map((name, index) => [name, schemas[index]])) }),
      ...rest,
    }));

const arrays = (inner: fc.Arbitrary<unknown>): fc.Arbitrary<Json> =>
  typed(
    ['array', undefined],
    keywords({
      items: inner,
      minItems: fc.nat(1),
      maxItems: fc.integer({ min: 1, max: 3 }),
      uniqueItems: fc.boolean(),
    }),
  );

const composed = (inner: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc
    .tuple(
      fc.constantFrom('allOf', 'anyOf', 'oneOf'),
      fc.array(inner, { minLength: 1, maxLength: 3 }),
      inner,
      fc.boolean(),
    )
    .map(([keyword, schemas, beside, isBeside]) => ({ ...(isBeside ? beside : {}), [keyword]: schemas }));

const references = (inner: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc
    .tuple(fc.constantFrom(...MODELS), inner, fc.integer({ min: 0, max: 3 }))
    .map(([name, beside, odds]) => (odds === 0 ? { ...beside, ...ref(name) } : ref(name)));

const schema: fc.Arbitrary<Json> = fc.letrec<{ schema: Json; flat: Json }>((tie) => ({
  flat: fc.oneof({ weight: 2, arbitrary: scalar }, { weight: 1, arbitrary: objects(scalar) }),
  schema: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { arbitrary: scalar, weight: 3 },
    { arbitrary: objects(tie('schema')), weight: 4 },
    { arbitrary: arrays(tie('schema')), weight: 1 },
    { arbitrary: composed(tie('schema')), weight: 3 },
    { arbitrary: references(tie('flat')), weight: 2 },
  ),
})).schema;

/** A document of OpenAPI 3.1 whose one operation answers with an object of any schemas, over models that refer to each other. */
export const documentArbitrary: fc.Arbitrary<Json> = fc
  .tuple(objects(schema), objects(schema), objects(schema), schema)
  .map(([root, node, leaf, loose]) => ({
    openapi: '3.1.0',
    info: { title: 'Generated', version: '1' },
    paths: {
      '/it': {
        get: {
          operationId: 'getIt',
          responses: {
            '200': { description: '', content: { 'application/json': { schema: { ...root, type: 'object' } } } },
          },
        },
      },
    },
    components: { schemas: { Node: node, Leaf: leaf, Loose: loose } },
  }));

/** Where its successful answer stands. */
export const ROOT = 'document.json#/paths/~1it/get/responses/200/content/application~1json/schema';
