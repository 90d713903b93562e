import fc from 'fast-check';
import { arbitraryOf, textOf } from '../../src/cases';
import {
  type Contract,
  canonicalJson,
  equalJson,
  isJsonObject,
  type JsonValue,
  type Model,
  parseJson,
  stringifyJson,
  successfulResponses,
} from '../../src/contract';
import { validatorFor } from '../../src/validator';
import { allContracts } from './contracts';
import { HARD_MODELS } from './hard-models';
import { contractOf, modelArbitrary } from './schema-arbitrary';

const modelOf = (contract: Contract): Model => (successfulResponses(contract)[0] as { model: Model }).model;

const short = (value: JsonValue): string => stringifyJson(value).slice(0, 300);

/** How a law looks at an arbitrary, so that it can be shown one that breaks it. */
interface Drawn {
  readonly values: fc.Arbitrary<JsonValue>;
  readonly texts: fc.Arbitrary<string>;
  readonly accepts: (value: JsonValue) => boolean;
}

const drawnOf = (model: Model): Drawn => {
  const validator = validatorFor(contractOf(model));
  return {
    values: arbitraryOf(model),
    texts: textOf(model),
    accepts: (value) => validator.accepts(model, parseJson(stringifyJson(value))),
  };
};

function drawingProblems({ values, texts, accepts }: Drawn, seed: number, numRuns: number): string[] {
  const drawn = fc.sample(values, { seed, numRuns });
  const again = fc.sample(values, { seed, numRuns });
  const written = fc.sample(texts, { seed, numRuns });
  return drawn.flatMap((value, index) => {
    const text = written[index] as string;
    return [
      ...(accepts(value) ? [] : [`not valid: ${short(value)}`]),
      ...(equalJson(value, again[index] as JsonValue) ? [] : [`not the same again: ${short(value)}`]),
      ...(equalJson(value, parseJson(text)) ? [] : [`another text: ${text.slice(0, 300)} for ${short(value)}`]),
    ];
  });
}

/** How many values lie in a value, itself included. */
const countOf = (value: JsonValue): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, inner: JsonValue) => sum + countOf(inner), 1);
  return isJsonObject(value) ? Object.values(value).reduce<number>((sum, inner) => sum + countOf(inner), 1) : 1;
};

/** A bug without rhyme or reason, which a search must survive. */
function isBug(value: JsonValue, salt: number): boolean {
  let hash = salt;
  for (const letter of canonicalJson(value)) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0;
  return (hash & 3) !== 0;
}

const MOST_STEPS = 3_000;

/** Follows the search to its end for a bug: all steps must be allowed, never larger, and never come back. */
function shrinkingProblems({ values, accepts }: Drawn, from: JsonValue, salt: number): string[] {
  const problems: string[] = [];
  const seen = new Set([canonicalJson(from)]);
  let here: fc.Value<JsonValue> | undefined = new fc.Value(from, undefined);
  if (!values.canShrinkWithoutContext(from)) return [`cannot be taken up: ${short(from)}`];
  for (let steps = 0; here !== undefined; ) {
    const current: fc.Value<JsonValue> = here;
    here = undefined;
    for (const step of values.shrink(current.value, current.context)) {
      steps += 1;
      const text = canonicalJson(step.value);
      if (!accepts(step.value)) problems.push(`not valid: ${short(step.value)}, from ${short(current.value)}`);
      if (countOf(step.value) > countOf(current.value))
        problems.push(`larger: ${short(step.value)}, from ${short(current.value)}`);
      if (steps > MOST_STEPS) return [...problems, `does not end: ${short(step.value)}`];
      if (!isBug(step.value, salt)) continue;
      if (seen.has(text)) problems.push(`comes back: ${short(step.value)}, from ${short(current.value)}`);
      seen.add(text);
      here = step;
      break;
    }
    if (problems.length > 0) return problems;
  }
  return problems;
}

const shrinkProblemsOf = (drawn: Drawn, seed: number, numRuns: number): string[] =>
  fc
    .sample(drawn.values, { seed, numRuns })
    .flatMap((value, index) => (stringifyJson(value).length > 20_000 ? [] : shrinkingProblems(drawn, value, index)));

describe.each([...allContracts.map(([name, contract]) => [name, modelOf(contract)] as const), ...HARD_MODELS])(
  'what is compiled of %s',
  (_name, model) => {
    const drawn = drawnOf(model);

    it('is valid, the same with the same seed, and the same as text', () => {
      expect(drawingProblems(drawn, 1, 300)).toEqual([]);
    });

    it('shrinks by valid steps that end', () => {
      expect(shrinkProblemsOf(drawn, 2, 30)).toEqual([]);
    });
  },
);

describe('what is compiled of generated models', () => {
  it('is valid, the same with the same seed, and the same as text', () => {
    const law = fc.property(modelArbitrary, (model) => expect(drawingProblems(drawnOf(model), 3, 20)).toEqual([]));
    fc.assert(law, { seed: 11, numRuns: 100 });
  });

  it('shrinks by valid steps that end', () => {
    const law = fc.property(modelArbitrary, (model) => expect(shrinkProblemsOf(drawnOf(model), 5, 3)).toEqual([]));
    fc.assert(law, { seed: 13, numRuns: 60 });
  });
});

describe('the laws notice', () => {
  const model: Model = { schema: { kind: 'integer', minimum: 0, maximum: 9 }, definitions: {} };
  const sound = drawnOf(model);
  const texts = sound.values.map(stringifyJson);
  const numbers = (shrink: (value: number) => number[]): Drawn => {
    class Planted extends fc.Arbitrary<JsonValue> {
      override generate(random: fc.Random): fc.Value<JsonValue> {
        return new fc.Value(random.nextInt(5, 9), undefined);
      }
      override canShrinkWithoutContext(value: unknown): value is JsonValue {
        return typeof value === 'number';
      }
      override shrink(value: JsonValue): fc.Stream<fc.Value<JsonValue>> {
        return fc.Stream.of(...shrink(value as number).map((one) => new fc.Value<JsonValue>(one, undefined)));
      }
    }
    return { ...sound, values: new Planted(), texts };
  };

  it.each([
    ['what is not valid', { ...sound, values: sound.values.map((value) => Number(value) + 5) }, /not valid/],
    ['another text', { ...sound, texts: texts.map((text) => `[${text}]`) }, /another text/],
  ])('%s', (_name, drawn, problem) => {
    expect(drawingProblems(drawn, 1, 30).join()).toMatch(problem);
  });

  it('what is not the same with the same seed', () => {
    let count = 0;
    const values = sound.values.map((value) => {
      count += 1;
      return count > 20 ? 0 : value;
    });
    expect(drawingProblems({ ...sound, values }, 1, 20).join()).toMatch(/not the same again/);
  });

  it.each([
    ['a step that is not valid', numbers(() => [-1]), /not valid/],
    ['a search that comes back', numbers((value) => [value === 5 ? 6 : 5]), /comes back/],
    ['a search that does not end', numbers((value) => [value % 9, (value + 1) % 9]), /comes back|does not end/],
  ])('%s', (_name, drawn, problem) => {
    expect(shrinkProblemsOf(drawn, 1, 10).join()).toMatch(problem);
  });
});
