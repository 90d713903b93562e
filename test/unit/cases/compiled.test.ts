import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { arbitraryOf, textOf } from '../../../src/cases';
import { isJsonObject, type JsonValue, type Model } from '../../../src/contract';

const CASES = join(__dirname, '../../../src/cases');

/** Names and patterns that would be code, if anything of a document ever were. */
const HOSTILE = [
  '__proto__',
  'constructor',
  '"];process.exit(9);//',
  '${process.exit(9)}',
  '\u2028',
  "'+process.exit(9)+'",
];

const hostile: Model = {
  schema: {
    kind: 'object',
    additional: false,
    properties: HOSTILE.map((name, index) => ({
      name,
      required: index % 2 === 0,
      schema: { kind: 'string', pattern: '^(?:process\\.exit\\(9\\)|`\\$\\{x\\}`)$' },
    })),
  },
  definitions: {},
};

const map: Model = {
  schema: { kind: 'map', values: { kind: 'map', values: { kind: 'any' } } },
  definitions: {},
};

const within = (value: JsonValue): readonly JsonValue[] =>
  Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];

/** All objects in a value, itself included. */
const objectsIn = (value: JsonValue): JsonValue[] => [
  ...(isJsonObject(value) ? [value] : []),
  ...within(value).flatMap(objectsIn),
];

describe('drawn objects', () => {
  it.each([
    ['with hostile names', hostile],
    ['with any keys', map],
  ])('are ordinary ones: %s', (_name, model) => {
    const objects = fc.sample(arbitraryOf(model), { seed: 1, numRuns: 300 }).flatMap(objectsIn);
    const strange = objects.filter((object) => Object.getPrototypeOf(object) !== Object.prototype);
    expect(objects.length).toBeGreaterThanOrEqual(300);
    expect(strange).toEqual([]);
  });

  it('have hostile names as their own', () => {
    const names = new Set(
      fc.sample(arbitraryOf(hostile), { seed: 1, numRuns: 100 }).flatMap((object) => Object.keys(object as object)),
    );
    expect([...names].sort()).toEqual([...HOSTILE].sort());
  });
});

describe('a property', () => {
  const model: Model = { schema: { kind: 'string', maxLength: 100 }, definitions: {} };
  const isShort = (value: unknown): boolean => [...String(value)].length < 90;

  it('is replayed by its seed and path', () => {
    const property = fc.property(arbitraryOf(model), isShort);
    const first = fc.check(property, { seed: 7 });
    const again = fc.check(property, { seed: 7, path: first.counterexamplePath as string });
    expect(first.failed).toBe(true);
    expect(again.counterexample).toEqual(first.counterexample);
    expect(again.numRuns).toBe(1);
  });

  it.each([
    ['values', arbitraryOf(model), 'x'.repeat(99), 'a'.repeat(90)],
    ['texts', textOf(model), JSON.stringify('é'.repeat(99)), JSON.stringify('a'.repeat(90))],
  ])('shrinks the examples of its user: %s', (_name, arbitrary, example, smallest) => {
    const property = fc.property(arbitrary as fc.Arbitrary<unknown>, (drawn) =>
      isShort(_name === 'texts' ? JSON.parse(drawn as string) : drawn),
    );
    const { counterexample } = fc.check(property, { seed: 1, numRuns: 1, examples: [[example]] });
    expect(counterexample).toEqual([smallest]);
  });
});

describe('a pattern that cannot be compiled', () => {
  const notesOf = (pattern: string, examples: string[]): string[] => {
    const notes: string[] = [];
    const model: Model = { schema: { kind: 'string', pattern, examples }, definitions: {} };
    const drawn = fc.sample(arbitraryOf(model, { note: (sentence) => notes.push(sentence) }), {
      seed: 1,
      numRuns: 200,
    });
    expect(drawn.filter((text) => !new RegExp(pattern).test(text as string))).toEqual([]);
    return notes;
  };

  it.each([
    ['a back-reference', '^(a|b)-\\1$', ['a-a', 'b-b'], /taken from the table: a back-reference cannot be drawn for/],
    ['too narrow a look-ahead', '^(?=.*xyzzy)[a-z]{9}$', ['abxyzzycd'], /taken from the table: too few of those drawn/],
  ])('is told of before anything is drawn: %s', (_name, pattern, examples, note) => {
    expect(notesOf(pattern, examples)).toEqual([expect.stringMatching(note)]);
  });

  it('is not told of where there is nothing to tell', () => {
    expect(notesOf('^[a-z]{2}$', [])).toEqual([]);
  });
});

it('draws and shrinks where code must not be made of text', () => {
  const program = `
    const fc = require('fast-check');
    const { arbitraryOf, textOf } = require(${JSON.stringify(CASES)});
    const model = ${JSON.stringify(hostile)};
    let made = 'code';
    try { new Function(''); } catch { made = 'no code'; }
    fc.sample(textOf(model), { seed: 1, numRuns: 50 }).forEach(JSON.parse);
    const { failed } = fc.check(fc.property(arbitraryOf(model), (value) => Object.keys(value).length < 4), { seed: 1 });
    console.log(made, failed);
  `;
  const flags = ['--disallow-code-generation-from-strings', '--require', require.resolve('esbuild-register')];
  const printed = execFileSync(process.execPath, [...flags, '--eval', program], { encoding: 'utf8', cwd: __dirname });
  expect(printed.trim()).toBe('no code true');
});
