import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { generateCases } from '../../src/cases';
import {
  bodyBytes,
  type Contract,
  ContractError,
  defineContract,
  printSchema,
  stringifyJson,
} from '../../src/contract';
import { readDocument, sourceOfDocument } from '../../src/importers';
import { validatorFor } from '../../src/validator';
import { OriginalJudge } from '../support/original-judge';
import { documentArbitrary, ROOT } from './document-arbitrary';

type Json = Record<string, unknown>;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pactcheck-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The contract of a document; `undefined` where it is refused, as for a schema that is only itself. */
function imported(document: unknown): Contract | undefined {
  const file = join(folder, 'document.json');
  writeFileSync(file, JSON.stringify(document));
  try {
    return defineContract(sourceOfDocument(readDocument(file, 'getIt')));
  } catch (error) {
    if (error instanceof ContractError) return undefined;
    throw error;
  }
}

const rootOf = (contract: Contract) => contract.operations[0]?.responses[0]?.schema ?? { kind: 'any' };

/** A contract as a document again. */
function printed(contract: Contract): unknown {
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Generated', version: '1' },
    paths: {
      '/it': {
        get: {
          operationId: 'getIt',
          responses: { '200': { content: { 'application/json': { schema: printSchema(rootOf(contract)) } } } },
        },
      },
    },
    components: {
      schemas: Object.fromEntries(
        Object.entries(contract.definitions).map(([name, schema]) => [name, printSchema(schema)]),
      ),
    },
  });
  return JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/'));
}

describe('a generated document', () => {
  it('has cases that agree with ajv on the document as it stands', () => {
    let cases = 0;
    const law = fc.property(documentArbitrary, (document: Json) => {
      const contract = imported(document);
      if (contract === undefined) return;
      const allows = OriginalJudge.of(document).judge(ROOT);
      for (const testCase of generateCases(contract, { mode: 'edge', seed: 1, count: 400 })) {
        cases += 1;
        if (testCase.verdict === 'either' || / (?:far beyond|very large)/.test(testCase.id)) continue;
        const told = `${testCase.verdict} ${testCase.id}: ${testCase.body}`;
        expect([told, allows(bodyBytes(testCase).toString())]).toEqual([told, testCase.verdict === 'accept']);
      }
    });
    fc.assert(law, { seed: 11, numRuns: 80 });
    expect(cases).toBeGreaterThan(4_000);
  });

  it('allows what ajv allows by the document as it stands, whatever value it is', () => {
    const verdicts = { allowed: 0, refused: 0 };
    const law = fc.property(
      documentArbitrary,
      fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 3 }),
      (document, values) => {
        const contract = imported(document);
        if (contract === undefined) return;
        const judge = OriginalJudge.of(document);
        const validator = validatorFor(contract);
        const allows = judge.judge(ROOT);
        const bodies = [
          '{}',
          '{"id":1,"next":{"id":"a","kind":null}}',
          ...values.map((value) => JSON.stringify({ id: value, kind: value, next: value, other: value })),
        ];
        for (const body of bodies) {
          const isAllowed =
            validator.body({ schema: rootOf(contract), definitions: contract.definitions }, Buffer.from(body))
              .length === 0;
          verdicts[isAllowed ? 'allowed' : 'refused'] += 1;
          expect([body, isAllowed]).toEqual([body, allows(body)]);
        }
      },
    );
    fc.assert(law, { seed: 12, numRuns: 120 });
    expect(Math.min(verdicts.allowed, verdicts.refused)).toBeGreaterThan(100);
  });

  it('is the same after it is imported, printed, and imported again', () => {
    const law = fc.property(documentArbitrary, (document: Json) => {
      const contract = imported(document);
      if (contract === undefined) return;
      const again = imported(printed(contract));
      expect(stringifyJson(rootOf(again as Contract) as never)).toBe(stringifyJson(rootOf(contract) as never));
    });
    fc.assert(law, { seed: 13, numRuns: 120 });
  });
});
