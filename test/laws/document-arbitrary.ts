import fc from 'fast-check';
import { documentOf, VERSIONS } from './document-version';

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

/** What is told of a schema, and says nothing of what is allowed. */
const told = keywords({
  title: fc.constant('A title'),
  description: fc.constant('What it is.'),
  deprecated: fc.boolean(),
  default: fc.constantFrom<unknown>(1, 'a', null, {}),
  'x-order': fc.nat(9),
});

const textual = keywords({
  minLength: fc.nat(3),
  maxLength: fc.nat({ max: 9 }),
  pattern: fc.constantFrom('^[a-z]+$', '[0-9]', '^(?!b)', '\\-'),
});
const numeric = keywords({
  minimum: fc.integer({ min: -5, max: 3 }),
  maximum: fc.constantFrom(5, 5.5, 1000),
  exclusiveMinimum: fc.integer({ min: -9, max: 2 }),
  exclusiveMaximum: fc.integer({ min: 4, max: 50 }),
  multipleOf: fc.constantFrom(1, 2, 0.5, 0.1, 3),
});
const formats = fc.constantFrom('date', 'date-time', 'uuid', 'email', 'ipv4', 'uri', 'byte', 'vendor', 'password');
const typed = (types: readonly unknown[], inner: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.tuple(fc.constantFrom(...types), inner).map(([type, rest]) => (type === undefined ? rest : { type, ...rest }));

const scalar = fc.oneof(
  typed(['string', 'string', ['string', 'null'], undefined], textual),
  typed(['integer', 'number', ['integer', 'boolean'], undefined], numeric),
  formats.map((format): Json => ({ type: 'string', format })),
  fc.constantFrom<Json>(
    { type: 'boolean' },
    { type: 'null' },
    {},
    { const: 'x' },
    { const: { id: 1 } },
    { const: [1] },
  ),
  fc.constantFrom<Json>({ type: 'integer', format: 'int32' }, { type: ['boolean', 'null'] }),
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

/** One schema beside another's words, or with a flag of its own. */
const flagged = (inner: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc
    .tuple(inner, fc.constantFrom<Json>({ readOnly: true }, { nullable: true }, { 'x-nullable': true }, {}), told)
    .map(([schema, flags, words]) => ({ ...schema, ...words, ...flags }));

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
    { arbitrary: flagged(tie('schema')), weight: 1 },
  ),
})).schema;

/** A document of any version whose one operation answers with an object of any schemas, over models that refer to each other. */
export const documentArbitrary: fc.Arbitrary<Json> = fc
  .tuple(fc.constantFrom(...VERSIONS), objects(schema), objects(schema), objects(schema), schema)
  .map(([version, root, Node, Leaf, Loose]) => documentOf(version, { ...root, type: 'object' }, { Node, Leaf, Loose }));
