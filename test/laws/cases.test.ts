import fc from 'fast-check';
import { generateCases } from '../../src/cases';
import { bodyBytes, type Case, type Contract, caseLine, successfulResponses } from '../../src/contract';
import { validatorFor } from '../../src/validator';
import { allContracts } from './contracts';
import { contractOf, modelArbitrary } from './schema-arbitrary';

const edgeCases = (contract: Contract): Case[] => [...generateCases(contract, { mode: 'edge', seed: 1 })];

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

describe('the cases of generated models', () => {
  it('agree with the validator', () => {
    const law = fc.property(modelArbitrary, (model) => {
      const contract = contractOf(model);
      expect(disagreements(contract, edgeCases(contract))).toEqual([]);
    });
    fc.assert(law, { seed: 7, numRuns: 60 });
  });
});
