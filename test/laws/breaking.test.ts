import fc from 'fast-check';
import { diffTools } from '../../src/app/diff/tools';
import type { Model } from '../../src/contract';
import { diff, disagreement, oneWay } from './breaking-judge';
import { changedModels } from './mutation-arbitrary';
import { contractOf, modelArbitrary } from './schema-arbitrary';

/** How many pairs are compared. */
const RUNS = Number(process.env['RUNS'] ?? 16);
/** Which pairs: more of them, or others, are for the command of decision 0190. */
const SEED = Number(process.env['SEED'] ?? 41);

/** A model that only a value without an end could be of, such as a tree that needs a tree, has none. */
function hasValues(model: Model): boolean {
  const { accepts, payloads } = diffTools(contractOf(model));
  return [...payloads(model)].some((value) => accepts(model, value));
}

describe.each(['response', 'request'] as const)('of a %s, what breaks', (direction) => {
  it('is what a payload shows', () => {
    const law = fc.property(changedModels, ([before, after]) => {
      fc.pre(hasValues(before) && hasValues(after));
      expect(disagreement(before, after, direction)).toBeUndefined();
    });
    fc.assert(law, { seed: SEED, numRuns: RUNS });
  });
});

describe('the other way round', () => {
  it('the same changes are named', () => {
    const law = fc.property(changedModels, ([before, after]) => {
      const [old, now] = [contractOf(before), contractOf(after)];
      expect(oneWay(diff(old, now), diff(now, old))).toBeUndefined();
    });
    fc.assert(law, { seed: SEED, numRuns: RUNS });
  });
});

describe('a model', () => {
  it('compared with itself is no change', () => {
    const law = fc.property(modelArbitrary, (model) => {
      expect(diff(contractOf(model), contractOf(structuredClone(model))).flatMap(({ findings }) => findings)).toEqual(
        [],
      );
    });
    fc.assert(law, { seed: 12, numRuns: 100 });
  });
});
