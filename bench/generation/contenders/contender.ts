import type FastCheck from 'fast-check';
import { stringifyJson } from '../../../src/contract';
import { randomOf } from '../subject';

/** One way to draw payloads. */
export interface Drawing {
  /** So many, through what the library offers to sample with. */
  readonly sample: (seed: number, count: number) => readonly unknown[];
  /** One after the other, without anything around it. */
  readonly next: () => unknown;
}

/** What draws payloads, as values and as JSON text. */
export interface Contender {
  readonly values?: Drawing;
  readonly texts?: Drawing;
  /** Answers that must be refused, and such that the documents leave open: a valid one with a departure in it. */
  readonly rejects?: Drawing;
  readonly eithers?: Drawing;
  /** For properties, which only an arbitrary of this project's own fast-check can be used in. */
  readonly arbitraries?: { readonly values: FastCheck.Arbitrary<unknown>; readonly texts: FastCheck.Arbitrary<string> };
}

/** How an arbitrary is drawn from, by its own fast-check. */
export function drawingOf(fc: typeof FastCheck, arbitrary: FastCheck.Arbitrary<unknown>): Drawing {
  const random = randomOf(fc, 1);
  return {
    sample: (seed, numRuns) => fc.sample(arbitrary, { seed, numRuns }),
    next: () => arbitrary.generate(random, undefined).value,
  };
}

/** An arbitrary of values, whose texts are printed. */
export function printing(fc: typeof FastCheck, values: FastCheck.Arbitrary<unknown>): Contender {
  const texts = values.map((value) => JSON.stringify(value));
  return { values: drawingOf(fc, values), texts: drawingOf(fc, texts), arbitraries: { values, texts } };
}

/** What is no arbitrary. */
export const calling = (next: () => unknown): Drawing => ({
  next,
  sample: (_seed, count) => Array.from({ length: count }, next),
});

/** The size of a payload: of its JSON text, in UTF-16 units. */
export const sizeOf = (drawn: unknown): number =>
  typeof drawn === 'string' ? drawn.length : stringifyJson(drawn as never).length;
