import fc from 'fast-check';
import { generateCases } from '../../src/cases';
import { bodyBytes, type Case } from '../../src/contract';
import { validatorFor } from '../../src/validator';
import { isBeyondAjv, OriginalJudge } from '../support/original-judge';
import { documentArbitrary } from './document-arbitrary';
import { rootOf } from './document-version';
import { importing } from './imported';

type Json = Record<string, unknown>;

/** `DOCUMENTS=20000 npx jest ...` looks at so many, in each law. */
const DOCUMENTS = Number(process.env['DOCUMENTS'] ?? 60);
const SEED = Number(process.env['SEED'] ?? 5);

/** What no schema of a contract says, or says only in another way. */
const NARROWING: readonly Json[] = [
  { not: { type: 'string' } },
  { not: { required: ['id'] } },
  { not: { minLength: 2 } },
  // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
  { if: { required: ['id'] }, then: { required: ['kind'] } },
  { if: { type: 'string' }, else: { minimum: 3 } },
  { contains: { type: 'integer' } },
  { prefixItems: [{ type: 'string' }, { type: 'integer' }] },
  { prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false },
  { prefixItems: [{ type: 'string' }], items: { type: 'integer' } },
  { dependentRequired: { id: ['kind'], next: ['id', 'other'] } },
  { dependentSchemas: { id: { properties: { kind: { type: 'string' } } } } },
  { dependentSchemas: { kind: false } },
  { unevaluatedProperties: false },
  { unevaluatedProperties: { type: 'string' } },
  { patternProperties: { '^i': { type: 'string' }, '^k': false } },
  { patternProperties: { '^i': { type: 'integer' }, '^k': {} }, additionalProperties: false },
  { $dynamicRef: '#nowhere' },
];

const isSchema = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schemas within a schema, itself the last. */
function schemasIn(schema: unknown): Json[] {
  if (!isSchema(schema)) return [];
  const named = isSchema(schema['properties']) ? Object.values(schema['properties']) : [];
  const listed = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => (schema[keyword] ?? []) as unknown[]);
  return [...[...named, ...listed, schema['items'], schema['additionalProperties']].flatMap(schemasIn), schema];
}

const answerOf = (document: Json): unknown => {
  const steps = rootOf(document)
    .replace(/^.*#\//, '')
    .split('/');
  const decoded = steps.map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'));
  return decoded.reduce<unknown>((here, step) => (here as Json)[step], document);
};

/** Documents with one to three of these keywords in some of their schemas. */
const narrowed: fc.Arbitrary<Json> = fc
  .tuple(documentArbitrary, fc.array(fc.tuple(fc.nat(), fc.constantFrom(...NARROWING)), { minLength: 1, maxLength: 3 }))
  .map(([document, plants]) => {
    const copy = JSON.parse(JSON.stringify(document)) as Json;
    const models = ((copy['components'] as Json)?.['schemas'] ?? copy['definitions'] ?? {}) as Json;
    const schemas = [answerOf(copy), ...Object.values(models)].flatMap(schemasIn).filter((schema) => !schema['$ref']);
    for (const [at, keyword] of plants) Object.assign(schemas[at % schemas.length] as Json, keyword);
    return copy;
  });

/** No contract where no answer can be made without what cannot be said. */
const imported = importing();

/** ajv compares objects by calling their `toString`, though it be a member, and takes `__proto__` for evaluated. */
const isJudged = (one: Case): boolean =>
  one.verdict !== 'either' && !isBeyondAjv(one) && !/"(?:toString|valueOf|__proto__)":/.test(one.body ?? '');

/** A reference that leads nowhere narrows by nothing that ajv could know. */
const withoutDynamic = (document: Json): Json =>
  JSON.parse(JSON.stringify(document), (name, value) => (name === '$dynamicRef' ? undefined : value));

const judgeOf = (document: Json) => OriginalJudge.of(withoutDynamic(document)).judgeIfItEnds(rootOf(document));

describe('a document that says what no schema of a contract says', () => {
  it('has cases that agree with ajv on the document as it stands', () => {
    const counts = { accept: 0, reject: 0, refused: 0 };
    const law = fc.property(narrowed, (document) => {
      const contract = imported(document);
      const allows = judgeOf(document);
      counts.refused += contract === undefined ? 1 : 0;
      if (contract === undefined) return;
      const judged = (['edge', 'covering'] as const).flatMap((mode) =>
        [...generateCases(contract, { mode, seed: 1, count: 150 })].filter(isJudged),
      );
      for (const { verdict } of judged) counts[verdict as 'accept' | 'reject'] += 1;
      const wrong = judged.filter((one) => allows(bodyBytes(one).toString()) === (one.verdict === 'reject'));
      expect(wrong.map(({ verdict, id, body }) => `${verdict} ${id}: ${body}`)).toEqual([]);
    });
    fc.assert(law, { seed: SEED, numRuns: DOCUMENTS });
    expect(Math.min(counts.accept, counts.reject)).toBeGreaterThan(DOCUMENTS * 5);
    expect(counts.refused).toBeLessThan(DOCUMENTS * 0.6);
  });

  it('never has an answer called wrong that ajv allows by the document as it stands', () => {
    let refused = 0;
    const values = fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 3 });
    const law = fc.property(narrowed, values, (document, given) => {
      const contract = imported(document);
      const allows = judgeOf(document);
      if (contract === undefined) return;
      const validator = validatorFor(contract);
      const bodies = given.map((value) => JSON.stringify({ id: value, kind: value, next: value, other: value }));
      for (const body of [
        '{}',
        '{"id":1,"next":{"id":"a","kind":null}}',
        '{"kind":"abc","id":{"id":[1]}}',
        '{"id":["a",1],"kind":["a"],"next":{"id":1}}',
        ...bodies,
      ]) {
        const findings = validator.response('getIt', 200, Buffer.from(body));
        refused += findings.length > 0 ? 1 : 0;
        if (findings.length > 0) expect([body, allows(body)]).not.toEqual([body, true]);
      }
    });
    fc.assert(law, { seed: SEED + 1, numRuns: DOCUMENTS });
    expect(refused).toBeGreaterThan(DOCUMENTS / 2);
  });
});
