import { generateCases } from '../../../src/cases';
import { bodiesOf } from '../../../src/cases/drawn/bodies';
import { mutationsOf } from '../../../src/cases/drawn/mutations';
import { printBody } from '../../../src/cases/drawn/printed-body';
import { countBroken, type Terms } from '../../../src/cases/drawn/terms';
import { tableOf } from '../../../src/cases/table';
import {
  type Case,
  type Contract,
  type Model,
  parseJson,
  rulesCountedOn,
  stringifyJson,
  successfulResponses,
  type Verdict,
  valueAt,
  violations,
} from '../../../src/contract';
import { allContracts } from '../../laws/contracts';

const [, contract] = allContracts[0] as readonly [string, Contract];
const [main] = successfulResponses(contract);
const model = main?.model as Model;
const table = tableOf(model);

const drawn = (verdict: Verdict, count: number, more = {}): Case[] => [
  ...generateCases(contract, { mode: 'random', verdict, seed: 5, count, ...more }),
];
const bodyOf = (testCase: Case) => parseJson(testCase.body as string);

describe('random cases that are accepted', () => {
  const bodies = drawn('accept', 300).map(bodyOf);

  it('keep the rules that a body alone can break', () => {
    const rules = rulesCountedOn(contract);
    const broken = bodies.flatMap((response) => rules.flatMap((rule) => violations(rule, { response })));
    expect(broken).toEqual([]);
  });

  it('have times in their order', () => {
    const pairs = bodies.map((body) => [valueAt(body, '/createdAt'), valueAt(body, '/updatedAt')] as const);
    const both = pairs.filter(([created, updated]) => created !== undefined && updated !== undefined);
    const terms: Terms = { rules: [], order: [['/createdAt', '/updatedAt']], fixed: [] };
    expect(both.length).toBeGreaterThan(20);
    expect(bodies.filter((body) => countBroken(terms, body) > 0)).toEqual([]);
  });

  it('hold what is fixed', () => {
    const fixed = [{ pointer: '/status', value: 'RESET', reason: 'tried here' }];
    const values = drawn('accept', 30, { fixed }).map((testCase) => valueAt(bodyOf(testCase), '/status'));
    expect(new Set(values)).toEqual(new Set(['RESET']));
  });

  it('are mended both ways: by what is wanted, and by leaving out what wants it', () => {
    const secrets = bodies.filter((body) => valueAt(body, '/totpSecret') !== undefined);
    const without = bodies.filter((body) => valueAt(body, '/totpSecret') === undefined);
    expect(secrets.length).toBeGreaterThan(20);
    expect(without.length).toBeGreaterThan(20);
  });

  it('are of an ordinary size', () => {
    const sizes = bodies.map((body) => stringifyJson(body).length).sort((left, right) => left - right);
    expect(sizes[sizes.length >> 1]).toBeLessThan(2_000);
  });

  it('say the classes of what they hold, and nothing of what has no place', () => {
    for (const { classes, ...testCase } of drawn('accept', 50)) {
      const list = valueAt(bodyOf(testCase as Case), '/loginHistory');
      expect(classes['/loginHistory'] === 'absent').toBe(list === undefined);
      expect('/loginHistory/[]' in classes).toBe(Array.isArray(list) && list.length > 0);
    }
  });
});

it('a body that breaks what cannot be mended is not drawn', () => {
  const rules = [{ id: 'never', description: '', level: 'error', must: [{ pointer: '/id', present: false }] }] as const;
  expect(bodiesOf(table, { rules, order: [], fixed: [] }, 1)(1)).toBeUndefined();
});

describe.each(['reject', 'either'] as const)('random cases of the verdict %s', (verdict) => {
  const cases = drawn(verdict, 20_000);

  it('have every departure of the table', () => {
    const wanted = new Set(mutationsOf(table, verdict).map(({ classes }) => JSON.stringify(classes)));
    for (const { classes } of cases) wanted.delete(JSON.stringify(classes));
    expect([...wanted]).toEqual([]);
  });

  it('have one departure each, in company that differs', () => {
    expect(cases.filter(({ classes }) => Object.keys(classes).length !== 1)).toEqual([]);
    expect(new Set(cases.map(({ body }) => body)).size).toBeGreaterThan(cases.length / 2);
  });
});

describe('a printed body', () => {
  it('has at every span the text of the value at its pointer', () => {
    const bodies = bodiesOf(table, { rules: [], order: [], fixed: [] }, 1);
    for (let number = 0; number < 50; number += 1) {
      const body = bodies(number) ?? null;
      const { text, spans } = printBody(table, body);
      expect(text).toBe(stringifyJson(body));
      for (const { pointer, start, end } of [...spans.values()].flat())
        expect(text.slice(start, end)).toBe(stringifyJson(valueAt(body, pointer) ?? null));
    }
  });
});
