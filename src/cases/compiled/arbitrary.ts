import type { Arbitrary, Random, Stream, Value } from 'fast-check';
import { equalJson, type JsonValue, jsonValueIn, type Model, stringifyJson } from '../../contract';
import { fastCheck } from '../fast-check';
import { type CompiledModel, compileModel } from './compile-model';
import type { Cursor, Step } from './search/cursor';
import { EDGY, ORDINARY, Source } from './source';

/** What an arbitrary is made of, for values and for texts. */
interface Target<T> {
  readonly draw: (source: Source) => T;
  /** The value that `given` stands for; `undefined` where it is none of the model. */
  readonly read: (given: unknown) => JsonValue | undefined;
  readonly show: (value: JsonValue) => T;
}

/** Nothing was tried yet. */
const START: Cursor = { stage: -1 };

/** Simpler values that the model allows: the simplest of all, then what the search finds. */
function* allowedSteps(
  { model, compiler, ...compiled }: CompiledModel,
  value: JsonValue,
  from: Cursor,
): Generator<Step> {
  const whole = from.stage < 0 ? compiled.simplest() : undefined;
  if (whole !== undefined && !equalJson(whole, value) && compiler.making.allows(model.schema, whole))
    yield { value: whole, next: DONE };
  if (from.stage === DONE.stage) return;
  for (const step of compiled.steps(value, from.stage < 0 ? { stage: 0 } : (from.inner as Cursor)))
    if (compiler.making.allows(model.schema, step.value))
      yield { value: step.value, next: { stage: 0, inner: step.next } };
}

/** The simplest was taken: there is nothing simpler. */
const DONE: Cursor = { stage: 1 };

type ArbitraryClass = new <T>(compiled: CompiledModel, target: Target<T>) => Arbitrary<T>;

let known: ArbitraryClass | undefined;

/** The class is made when fast-check is first needed, since it extends one of its classes. */
function arbitraryClass(): ArbitraryClass {
  if (known !== undefined) return known;
  const fc = fastCheck();
  known = class CompiledArbitrary<T> extends fc.Arbitrary<T> {
    private readonly source = new Source();

    constructor(
      private readonly compiled: CompiledModel,
      private readonly target: Target<T>,
    ) {
      super();
    }

    override generate(random: Random, biasFactor: number | undefined): Value<T> {
      const manner = biasFactor !== undefined && random.nextInt(1, biasFactor) === 1 ? EDGY : ORDINARY;
      const source = this.source.begin(random.nextInt(), random.nextInt(), manner);
      return new fc.Value(this.target.draw(source), START);
    }

    override canShrinkWithoutContext(given: unknown): given is T {
      return this.target.read(given) !== undefined;
    }

    override shrink(given: T, context: unknown): Stream<Value<T>> {
      const value = this.target.read(given);
      if (value === undefined) return fc.Stream.nil();
      return fc.stream(this.simpler(value, (context as Cursor | undefined) ?? START));
    }

    private *simpler(value: JsonValue, from: Cursor): IterableIterator<Value<T>> {
      for (const step of allowedSteps(this.compiled, value, from))
        yield new fc.Value(this.target.show(step.value), step.next);
    }
  };
  return known;
}

/** How a model is compiled. */
export interface GenerationOptions {
  /** Is told, before anything is drawn, what could not be compiled and what is done instead: sentences for people. */
  readonly note?: (sentence: string) => void;
}

function compiledFor(model: Model, { note }: GenerationOptions): CompiledModel {
  const compiled = compileModel(model);
  if (note !== undefined) for (const sentence of compiled.notes) note(sentence);
  return compiled;
}

const readText = (given: unknown): JsonValue | undefined =>
  typeof given === 'string' ? jsonValueIn(given) : undefined;

/**
 * Values that a model allows, of every class of its case table: members there and not in all ways, lengths up to the
 * longest, all planes of Unicode, edges of every format. Integers beyond ±(2^53 - 1) are bigints. Shrinks towards
 * the fewest members and the plainest values, and takes up values of any origin that the model allows.
 * @throws ContractError where no value can be made, as of a model that requires itself.
 */
export function arbitraryOf(model: Model, options: GenerationOptions = {}): Arbitrary<JsonValue> {
  const compiled = compiledFor(model, options);
  const allows = (value: unknown): value is JsonValue =>
    compiled.compiler.making.allows(model.schema, value as JsonValue);
  return new (arbitraryClass())<JsonValue>(compiled, {
    draw: compiled.draw,
    read: (given) => (allows(given) ? given : undefined),
    show: (value) => value,
  });
}

/**
 * As {@link arbitraryOf}, written as JSON text without a value in between: with the same seed, the same values. Some
 * texts are spelled in an unusual way, as `"\u0061"` for `"a"`.
 * @throws ContractError as `arbitraryOf`.
 */
export function textOf(model: Model, options: GenerationOptions = {}): Arbitrary<string> {
  const compiled = compiledFor(model, options);
  return new (arbitraryClass())<string>(compiled, {
    draw: compiled.write,
    read: (given) => {
      const value = readText(given);
      return value !== undefined && compiled.compiler.making.allows(model.schema, value) ? value : undefined;
    },
    show: stringifyJson,
  });
}
