import { join } from 'node:path';
import { generateCases } from '../../../../src/cases';
import { defineContract } from '../../../../src/contract';
import { readDocument, sourceOfDocument } from '../../../../src/importers';
import { validatorFor } from '../../../../src/validator';

const document = readDocument(join(__dirname, 'fixtures/heirs.yaml'));
const contract = defineContract(sourceOfDocument(document));
const validator = validatorFor(contract);

const told = (operation: string, body: object): string[] =>
  validator.response(operation, 200, JSON.stringify(body)).map(({ rule, pointer }) => `${rule} ${pointer}`);

describe('a model with a discriminator that others extend', () => {
  it.each<[string, object, string[]]>([
    ['getPet', { id: 'a', kind: 'feline', lives: 9 }, []],
    ['getPet', { id: 'a', kind: 'feline' }, ['required /lives']],
    ['getPet', { id: 'a', kind: 'feline', lives: 'nine' }, ['type /lives']],
    ['getPet', { id: 'a', kind: 'Dog', barks: true }, []],
    ['getPet', { id: 'a', kind: 'Puppy', barks: true }, ['required /weeks']],
    ['getPet', { id: 'a', kind: 'Puppy', barks: true, weeks: 3 }, []],
    ['getPet', { id: 'a', kind: 'Cat', lives: 9 }, ['enum /kind']],
    ['getPet', { id: 'a', kind: 'Fish' }, ['enum /kind']],
    ['getDog', { id: 'a', kind: 'Puppy', barks: true, weeks: 3 }, []],
    ['getDog', { id: 'a', kind: 'feline', lives: 9 }, ['enum /kind']],
    ['getCat', { id: 'a', kind: 'feline', lives: 9 }, []],
    ['getCat', { id: 'a', kind: 'Dog', lives: 9 }, ['enum /kind']],
  ])('judges an answer of %s by the one that it names: %j', (operation, body, findings) => {
    expect(told(operation, body)).toEqual(findings);
  });

  it('may be itself, which is judged and not made', () => {
    expect(told('getPet', { id: 'a', kind: 'Pet' })).toEqual([]);
    expect(told('getPet', { kind: 'Pet' })).toEqual(['required /id']);
    const cases = [...generateCases(contract, { operationId: 'getPet', mode: 'edge', verdict: 'accept', seed: 1 })];
    const kinds = new Set(cases.map(({ body }) => (JSON.parse(body as string) as { kind: string }).kind));
    expect([...kinds].sort()).toEqual(['Puppy', 'feline']);
  });

  it('is told of at import', () => {
    const warnings = document.reports.flatMap((report) => report.warnings.map(({ message }) => message));
    expect(warnings).toEqual([
      'Pet has a discriminator: a value is judged by the model that it names, of those that extend it',
    ]);
  });
});
