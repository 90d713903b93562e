import fc from 'fast-check';
import { generateCases } from '../../src/cases';
import { bodyBytes, type Case, type Contract, caseLine, successfulResponses, VERDICTS } from '../../src/contract';
import { validatorFor } from '../../src/validator';
import { allContracts } from './contracts';
import { contractOf, modelArbitrary } from './schema-arbitrary';

const edgeCases = (contract: Contract): Case[] => [...generateCases(contract, { mode: 'edge', seed: 1 })];

/** Of every mode but edge, and every verdict. */
const otherCases = (contract: Contract, seed: number, count: number): Case[] =>
  (['covering', 'random'] as const).flatMap((mode) =>
    VERDICTS.flatMap((verdict) => [...generateCases(contract, { mode, verdict, seed, count })]),
  );

/** What the validator finds at an unexpected place, as sentences; none where it agrees with the case. */
function disagreements(contract: Contract, cases: readonly Case[]): string[] {
  const validator = validatorFor(contract);
  const [main] = successfulResponses(contract);
  if (main === undefined) throw new Error('the contract has no successful answer');
  return cases.flatMap((testCase) => {
    const findings = validator.body(main.model, bodyBytes(testCase));
    const told = findings.map(({ pointer, message }) => `${testCase.id}: ${pointer}: ${message}`);
    if (testCase.verdict === 'accept') return told;
    if (testCase.verdict === 'either') return [];
    const { pointer = '' } = testCase;
    if (findings.length === 0) return [`${testCase.id}: nothing was found: ${testCase.body?.slice(0, 500)}`];
    return told.filter((_, index) => !`${findings[index]?.pointer}/`.startsWith(`${pointer}/`));
  });
}

describe.each(allContracts)('the cases of %s', (_name, contract) => {
  const cases = edgeCases(contract);

  it('agree with the validator, each reject case at its pointer only', () => {
    expect(disagreements(contract, cases)).toEqual([]);
  });

  it('have ids of their own', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it('are the same bytes again', () => {
    expect(edgeCases(contract).map(caseLine)).toEqual(cases.map(caseLine));
  });
});

describe.each(allContracts)('the covering and random cases of %s', (_name, contract) => {
  const cases = otherCases(contract, 1, 150);

  it('agree with the validator, each reject case at its pointer only', () => {
    expect(disagreements(contract, cases)).toEqual([]);
  });

  it('have the verdict asked for', () => {
    for (const verdict of VERDICTS) {
      const random = [...generateCases(contract, { mode: 'random', verdict, seed: 3, count: 40 })];
      expect(random.map((testCase) => testCase.verdict)).toEqual(Array(40).fill(verdict));
    }
  });

  it('are the same bytes again, and others of another seed', () => {
    expect(otherCases(contract, 1, 150).map(caseLine)).toEqual(cases.map(caseLine));
    const random = (seed: number): (string | undefined)[] =>
      [...generateCases(contract, { mode: 'random', seed, count: 5 })].map(({ body }) => body);
    expect(random(2)).not.toEqual(random(1));
  });

  it('are as many as asked for', () => {
    expect([...generateCases(contract, { mode: 'random', seed: 1 })]).toHaveLength(100);
    expect([...generateCases(contract, { mode: 'covering', verdict: 'accept', seed: 1, count: 3 })]).toHaveLength(3);
  });
});

describe('the cases of generated models', () => {
  it('agree with the validator', () => {
    const law = fc.property(modelArbitrary, (model) => {
      const contract = contractOf(model);
      expect(disagreements(contract, edgeCases(contract))).toEqual([]);
    });
    fc.assert(law, { seed: 7, numRuns: 60 });
  });

  it('agree with the validator, covering and random', () => {
    const law = fc.property(modelArbitrary, (model) => {
      const contract = contractOf(model);
      expect(disagreements(contract, otherCases(contract, 1, 25))).toEqual([]);
    });
    fc.assert(law, { seed: 7, numRuns: 25 });
  });
});
