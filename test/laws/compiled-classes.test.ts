import fc from 'fast-check';
import { arbitraryOf, textOf } from '../../src/cases';
import type { SiteClasses } from '../../src/cases/case-table';
import { classifierOf } from '../../src/cases/classify';
import { tableOf } from '../../src/cases/table';
import { isJsonObject, type JsonValue, type Model, successfulResponses } from '../../src/contract';
import { allContracts } from './contracts';
import { HARD_MODELS } from './hard-models';

const DRAWS = 6_000;

/** The classes that an accept row stands for: those that a value of the row is of, once it is read. */
const classesAt = ({ site, accept }: SiteClasses): string[] =>
  accept
    .filter((row) => row.isSpelling !== true && row.values.some((value) => row.holds(value)))
    .map(({ name }) => `${site.pointer} ${name}`);

/** What of the case table is in none of the values. */
function classesMissing(model: Model, values: Iterable<JsonValue>): string[] {
  const table = tableOf(model);
  const classify = classifierOf(table);
  const missing = new Set(table.sites.flatMap(classesAt));
  for (const value of values) {
    for (const [pointer, names] of classify(value)) for (const name of names) missing.delete(`${pointer} ${name}`);
    if (missing.size === 0) break;
  }
  return [...missing];
}

const sampleOf = <T>(arbitrary: fc.Arbitrary<T>): T[] => fc.sample(arbitrary, { seed: 1, numRuns: DRAWS });

const models = [
  ...allContracts.map(([name, contract]) => [name, successfulResponses(contract)[0]?.model as Model] as const),
  ...HARD_MODELS,
];

describe('what is drawn', () => {
  it.each(models)('has every accept class of %s', (_name, model) => {
    expect(classesMissing(model, sampleOf(arbitraryOf(model)))).toEqual([]);
  });

  const text: Model = { schema: { kind: 'string' }, definitions: {} };

  it('has the unusual spellings, in texts', () => {
    expect(sampleOf(textOf(text)).some((drawn) => drawn.startsWith('"\\u0061'))).toBe(true);
  });

  it('would be noticed to lack a class', () => {
    const seen = sampleOf(arbitraryOf(text).filter((value) => value !== ''));
    expect(classesMissing(text, seen)).toEqual([' empty']);
  });
});

/** Which of its optional members an object has, as one word. */
const presence = (value: JsonValue): string => (isJsonObject(value) ? Object.keys(value).sort().join() : '');

describe('what optional members are there', () => {
  const names = Array.from({ length: 20 }, (_, index) => `m${String(index).padStart(2, '0')}`);
  const model: Model = {
    schema: {
      kind: 'object',
      additional: false,
      properties: names.map((name) => ({ name, required: false, schema: { kind: 'null' } })),
    },
    definitions: {},
  };
  const seen = new Set(sampleOf(arbitraryOf(model)).map(presence));

  it.each([
    ['none', ['']],
    ['all', [names.join()]],
    ['each alone', names],
    ['all but each', names.map((left) => names.filter((name) => name !== left).join())],
  ])('has %s of them', (_name, wanted) => {
    expect(wanted.filter((one) => !seen.has(one))).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5])('has 99 %% of their pairs after 50 draws, seed %i', (seed) => {
    const drawn = fc.sample(arbitraryOf(model), { seed, numRuns: 50 }) as Record<string, null>[];
    const pairs = names.flatMap((left, index) => names.slice(index + 1).map((right) => [left, right] as const));
    const ways = pairs.map(
      ([left, right]) => new Set(drawn.map((value) => `${left in value} ${right in value}`)).size / 4,
    );
    expect(ways.reduce((sum, share) => sum + share, 0) / pairs.length).toBeGreaterThan(0.99);
  });
});
