import { equalJson, type JsonValue } from '../../../../src/contract';
import { GONE, type Operator } from '../../../../src/provider/audit/mutation/operator';
import { OPERATORS } from '../../../../src/provider/audit/mutation/operators';
import { Random } from '../../../../src/random';

const SEEDS = 2_000;

const isSame = (left: unknown, right: unknown): boolean =>
  left === GONE || right === GONE ? left === right : equalJson(left as JsonValue, right as JsonValue);

/** What an operator makes of the left side of its example, over many seeds. */
function* made(operator: Operator): Generator<unknown> {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const random = new Random(seed);
    if (operator.on === 'answer') {
      const { before } = operator.example;
      const answer = operator.apply({ ...before, body: Buffer.from('') }, random);
      yield answer && { status: answer.status, headers: answer.headers };
    } else {
      const { before, listed = [] } = operator.example;
      yield operator.apply({ value: before, isMember: true, listed, random });
    }
  }
}

/** Whether an example is one: some seed makes it, and none gives the left side back. */
function isExample(operator: Operator): boolean {
  const { before, after } = operator.example;
  let isFound = false;
  for (const one of made(operator)) {
    if (isSame(one, before)) return false;
    isFound ||= isSame(one, after);
  }
  return isFound;
}

const named = OPERATORS.map((operator) => [operator.id, operator] as const);

it.each(named)('%s makes of its example what it says, and never the same again', (_id, operator) => {
  expect(isExample(operator)).toBe(true);
});

it('an example that its operator does not make is noticed', () => {
  const flipped = OPERATORS.find(({ id }) => id === 'boolean-flipped') as Operator;
  expect(isExample({ ...flipped, example: { before: true, after: 'false' } } as Operator)).toBe(false);
});

it('each operator has a name of its own and the publication that it follows', () => {
  expect(new Set(OPERATORS.map(({ id }) => id)).size).toBe(OPERATORS.length);
  for (const { follows } of OPERATORS) expect(follows).toMatch(/^(?:HttpMutator|JSONmutator|Mothra|none; by RFC)/);
});

it('the same seed makes the same', () => {
  for (const operator of OPERATORS) expect([...made(operator)].slice(0, 20)).toEqual([...made(operator)].slice(0, 20));
});
