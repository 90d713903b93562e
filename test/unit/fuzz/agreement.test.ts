import { parseJson, resolve, snakeCase } from '../../../src/contract';
import { Agreement } from '../../../src/fuzz/agreement';
import { comparerOf, type ObjectComparer } from '../../../src/fuzz/faithful';
import { Plan } from '../../../src/fuzz/plan';
import { baseFor } from '../../fuzz/conformance/subjects';

const base = baseFor();
const { model } = base.response;
const { compare, members } = comparerOf(model) as ObjectComparer;
const agreement = new Agreement(members);
const plan = new Plan({ model, rules: base.rules, pool: [...base.cases], seed: 3 });

type Value = Record<string, unknown>;

/** Mutants that may be read, each with a value as a program has it. */
const made = Array.from({ length: 600 }, (_, index) => plan.at(plan.mutantsFrom + index)).flatMap(
  ({ testCase, wire, composition }) =>
    wire === undefined || composition === undefined
      ? []
      : [{ wire, composition, value: parseJson(testCase.body ?? '') as Value }],
);

/** What parsers get wrong, each at one member. */
const spoilings: readonly (readonly [string, (value: Value, name: string) => Value])[] = [
  ['loses it', (value, name) => Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))],
  ['has null for it', (value, name) => ({ ...value, [name]: null })],
  ['has another text', (value, name) => ({ ...value, [name]: 'other' })],
  ['has a number', (value, name) => ({ ...value, [name]: 7 })],
  ['has an invalid date', (value, name) => ({ ...value, [name]: new Date(Number.NaN) })],
  ['has an empty list', (value, name) => ({ ...value, [name]: [] })],
  ['has an empty object', (value, name) => ({ ...value, [name]: {} })],
  ['has one item more', (value, name) => ({ ...value, [name]: [...[value[name] ?? []].flat(), 'more'] })],
  ['has null first', (value, name) => ({ ...value, [name]: null, [snakeCase(name)]: 'x' })],
];

const root = resolve(model.schema, model.definitions);
const names = root.kind === 'object' ? root.properties.map(({ name }) => name) : [];

describe('a value that is held to the parts of a mutant', () => {
  it('is agreed to where it is what the body says', () => {
    expect(made.length).toBeGreaterThan(200);
    expect(made.filter(({ composition, value }) => !agreement.agrees(composition, value))).toEqual([]);
  });

  it('is agreed to whatever is added beside it, and in a class or under other names', () => {
    const [{ composition, value }] = made as [(typeof made)[0]];
    const snake = Object.fromEntries(Object.entries(value).map(([name, member]) => [snakeCase(name), member]));
    expect(agreement.agrees(composition, { ...value, more: 1 })).toBe(true);
    expect(agreement.agrees(composition, Object.assign(new (class User {})(), value))).toBe(true);
    expect(agreement.agrees(composition, snake)).toBe(true);
  });

  it.each(spoilings)('is never agreed to where comparing finds that it %s', (_name, spoiled) => {
    let differing = 0;
    for (const [index, { composition, wire, value }] of made.entries()) {
      const wrong = spoiled(value, names[index % names.length] as string);
      const isRight = compare(wire, wrong) === undefined;
      if (!isRight) differing += 1;
      expect(agreement.agrees(composition, wrong) && !isRight).toBe(false);
    }
    expect(differing).toBeGreaterThan(made.length / 8);
  });

  it('is not agreed to where a class may have members that are not its own', () => {
    class Invented {
      get address() {
        return 'invented';
      }
    }
    const without = made.filter(({ wire }) => !('address' in (wire as Value)));
    expect(without.length).toBeGreaterThan(10);
    for (const { composition, value } of without)
      expect(agreement.agrees(composition, Object.assign(new Invented(), value))).toBe(false);
  });

  it('is not agreed to where a member is there under two names', () => {
    for (const { composition, value } of made)
      expect(agreement.agrees(composition, { ...value, account_id: value['accountId'] })).toBe(false);
  });

  it('is not agreed to where it is no object', () => {
    const [{ composition }] = made as [(typeof made)[0]];
    expect([null, undefined, 'x', [], new Map()].filter((got) => agreement.agrees(composition, got))).toEqual([]);
  });
});
