import { BREAKING_RULES } from '../../src/breaking';
import { type Contract, type ContractSource, defineContract, type Model, type Schema } from '../../src/contract';
import { COUNTEREXAMPLES } from './breaking-counterexamples';
import { diff, disagreement, oneWay } from './breaking-judge';
import { allContracts } from './contracts';
import { contractOf } from './schema-arbitrary';

type Pair = readonly [name: string, before: Model, after: Model];

/** The body that the example of a rule is about. */
function bodyOf(source: ContractSource): Model | undefined {
  const { definitions, operations } = defineContract(source);
  const schema = operations[0]?.request?.schema ?? operations[0]?.responses[0]?.schema;
  return schema === undefined ? undefined : { schema, definitions };
}

/** The examples of the rules: the other way round most are the example of another one. */
const examples: readonly Pair[] = BREAKING_RULES.filter(({ direction }) => direction !== 'contract').flatMap(
  ({ id, example }) => {
    const [before, after] = example.contracts.map(bodyOf);
    if (before === undefined || after === undefined) return [];
    return [[id, before, after] as const];
  },
);

const modelsOf = ({ definitions }: Contract): readonly (readonly [string, Model])[] =>
  Object.keys(definitions).map((name) => [name, { schema: { kind: 'reference', name } satisfies Schema, definitions }]);

/** Each model of a contract beside the next one, as if it had become that. */
const neighbours: readonly Pair[] = allContracts
  .filter(([, { wireNames }]) => wireNames === 'documented')
  .flatMap(([name, contract]) => {
    const models = modelsOf(contract);
    return models.slice(1).map(([next, after], index): Pair => {
      const [previous, before] = models[index] as (typeof models)[number];
      return [`${name}: ${previous} to ${next}`, before, after];
    });
  });

describe.each(['response', 'request'] as const)('of a %s, what breaks', (direction) => {
  it.each([...examples, ...neighbours, ...COUNTEREXAMPLES])('is what a payload shows: %s', (_name, before, after) => {
    expect(disagreement(before, after, direction)).toBeUndefined();
  });
});

it.each(neighbours)('the other way round the same changes are named: %s', (_name, before, after) => {
  const [old, now] = [contractOf(before), contractOf(after)];
  expect(oneWay(diff(old, now), diff(now, old))).toBeUndefined();
});

it.each(allContracts)('compared with itself is no change: %s', (_name, contract) => {
  expect(diff(contract, structuredClone(contract)).flatMap(({ findings }) => findings)).toEqual([]);
});
