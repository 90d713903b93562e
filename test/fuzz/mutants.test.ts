import { bodyBytes, type Case, equalJson, parseJson } from '../../src/contract';
import { Plan } from '../../src/fuzz/plan';
import { BREAKS, broken, isJson } from '../../src/fuzz/plan/breaks';
import { Random } from '../../src/random';
import { baseFor } from './conformance/subjects';
import { CASES, response, testCase } from './small-contract';

const base = baseFor();
const { model } = base.response;
const source = { model, rules: base.rules, pool: [...base.cases], seed: 7 };
const plan = new Plan(source);

/** The first so many cases that are made of others. */
const mutants = (count: number): ReturnType<Plan['at']>[] => {
  const first = plan.numberOf('mutant 1') as number;
  return Array.from({ length: count }, (_, index) => plan.at(first + index));
};

const isAllowed = (made: Case): boolean => base.judge(bodyBytes(made)).length === 0;

describe('a mutant', () => {
  const made = mutants(1200);

  it('is as valid as it is said to be', () => {
    const firm = made.map((one) => one.testCase).filter(({ verdict }) => verdict !== 'either');
    expect(firm.filter((one) => isAllowed(one) !== (one.verdict === 'accept'))).toEqual([]);
    expect(new Set(firm.map(({ verdict }) => verdict))).toEqual(new Set(['accept', 'reject']));
  });

  it('says what its body says', () => {
    const told = made.filter(({ wire }) => wire !== undefined);
    const wrong = told.filter(({ testCase: { body = '' }, wire }) => !equalJson(parseJson(body), wire ?? null));
    expect(wrong).toEqual([]);
    expect(told.length).toBeGreaterThan(made.length / 3);
  });

  it('is the same whatever was asked for before', () => {
    const other = new Plan(source);
    const backwards = made.toReversed().map(({ testCase: { id } }) => other.at(other.numberOf(id) as number));
    expect(backwards.toReversed()).toEqual(made);
  });

  it('is hardly ever one that there was', () => {
    const bodies = new Set(made.map((one) => one.testCase.body));
    expect(bodies.size).toBeGreaterThan(made.length * 0.9);
  });

  it('is spoiled on its way, at random places, in every way', () => {
    const spoiled = made.filter(({ testCase: { pointer, classes } }) => pointer === '' && classes[''] !== undefined);
    expect(spoiled.filter((one) => isJson(one.testCase.body ?? ''))).toEqual([]);
    expect(new Set(spoiled.map((one) => one.testCase.classes['']))).toEqual(new Set(BREAKS.map(({ name }) => name)));
    expect(new Set(spoiled.map((one) => one.testCase.body?.length)).size).toBeGreaterThan(spoiled.length / 3);
  });
});

describe('a break', () => {
  it('never leaves JSON behind, however short the text', () => {
    const random = new Random(1);
    const texts = ['{}', '{"a":1}', '{"a":"b c d e f g h"}', '{"a":[1,2,3]}'];
    const left = texts.flatMap((text) => Array.from({ length: 300 }, () => broken(text, random).text));
    expect(left.filter(isJson)).toEqual([]);
  });
});

describe('a plan', () => {
  const small = (pool: readonly Case[]): Plan => new Plan({ model: response.model, rules: [], pool, seed: 1 });

  it('goes on without end where there is something to join', () => {
    expect(small(CASES).size).toBe(Number.POSITIVE_INFINITY);
  });

  it('ends with the cases that stand for themselves where there is no valid one', () => {
    const finite = small([{ ...testCase('none', 'NEW'), verdict: 'reject', pointer: '/status' }]);
    expect(Number.isFinite(finite.size)).toBe(true);
    expect(() => finite.at(finite.size - 1)).not.toThrow();
    expect(() => finite.at(finite.size)).toThrow(RangeError);
  });
});
