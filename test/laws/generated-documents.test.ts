import fc from 'fast-check';
import { generateCases } from '../../src/cases';
import { bodyBytes, type Case, type Contract, isExact, printSchema, stringifyJson } from '../../src/contract';
import { validatorFor } from '../../src/validator';
import { oneAnswer } from '../support/one-answer';
import { isBeyondAjv, OriginalJudge } from '../support/original-judge';
import { documentArbitrary } from './document-arbitrary';
import { rootOf } from './document-version';
import { importing } from './imported';

type Json = Record<string, unknown>;

/** `DOCUMENTS=20000 npx jest ...` looks at so many, in each law. */
const DOCUMENTS = Number(process.env['DOCUMENTS'] ?? 100);
const SEED = Number(process.env['SEED'] ?? 11);

/** No contract where a document is refused, as for a schema that is only itself. */
const imported = importing();

const answerOf = (contract: Contract) => contract.operations[0]?.responses[0]?.schema ?? { kind: 'any' };

/** Whether it says all that the document says; of others `inexact-documents` has laws. */
const isWhole = (contract: Contract): boolean => isExact(answerOf(contract), contract.definitions);

/** A contract as a document again. */
function printed(contract: Contract): unknown {
  const definitions = Object.entries(contract.definitions).map(([name, schema]) => [name, printSchema(schema)]);
  const document = oneAnswer(printSchema(answerOf(contract)), {
    components: { schemas: Object.fromEntries(definitions) },
  });
  return JSON.parse(JSON.stringify(document).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

/** ajv compares objects by calling their `toString`, though it be a member. */
const isJudged = (one: Case): boolean =>
  one.verdict !== 'either' && !isBeyondAjv(one) && !/"(?:toString|valueOf)":/.test(one.body ?? '');

describe('a generated document', () => {
  it('has cases that agree with ajv on the document as it stands', () => {
    let cases = 0;
    const law = fc.property(documentArbitrary, (document: Json) => {
      const contract = imported(document);
      const allows = OriginalJudge.of(document).judgeIfItEnds(rootOf(document));
      if (contract === undefined) return;
      const judged = [...generateCases(contract, { mode: 'edge', seed: 1, count: 400 })].filter(isJudged);
      cases += judged.length;
      const wrong = judged.filter((one) => allows(bodyBytes(one).toString()) === (one.verdict === 'reject'));
      expect(wrong.map(({ verdict, id, body }) => `${verdict} ${id}: ${body}`)).toEqual([]);
    });
    fc.assert(law, { seed: SEED, numRuns: DOCUMENTS });
    expect(cases).toBeGreaterThan(4_000);
  });

  it('allows what ajv allows by the document as it stands, whatever value it is', () => {
    const verdicts = { allowed: 0, refused: 0 };
    const law = fc.property(
      documentArbitrary,
      fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 3 }),
      (document, values) => {
        const contract = imported(document);
        const allows = OriginalJudge.of(document).judgeIfItEnds(rootOf(document));
        if (contract === undefined) return;
        if (!isWhole(contract)) return;
        const validator = validatorFor(contract);
        const bodies = [
          '{}',
          '{"id":1,"next":{"id":"a","kind":null}}',
          ...values.map((value) => JSON.stringify({ id: value, kind: value, next: value, other: value })),
        ];
        for (const body of bodies) {
          const isAllowed =
            validator.body({ schema: answerOf(contract), definitions: contract.definitions }, Buffer.from(body))
              .length === 0;
          verdicts[isAllowed ? 'allowed' : 'refused'] += 1;
          const original = allows(body);
          if (original !== undefined) expect([body, isAllowed]).toEqual([body, original]);
        }
      },
    );
    fc.assert(law, { seed: SEED + 1, numRuns: DOCUMENTS });
    expect(Math.min(verdicts.allowed, verdicts.refused)).toBeGreaterThan(50);
  });

  it('is the same after it is imported, printed, and imported again', () => {
    const law = fc.property(documentArbitrary, (document: Json) => {
      const contract = imported(document);
      if (contract === undefined || !isWhole(contract)) return;
      const again = imported(printed(contract));
      expect(stringifyJson(answerOf(again as Contract) as never)).toBe(stringifyJson(answerOf(contract) as never));
    });
    fc.assert(law, { seed: SEED + 2, numRuns: DOCUMENTS });
  });
});
