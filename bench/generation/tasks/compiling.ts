import fc from 'fast-check';
import { arbitraryOf, textOf } from '../../../src';
import { model } from '../subject';

/** How long it takes in a fresh process to compile the model, and to compile it and draw once, in milliseconds. */
export function compiling(): Readonly<Record<string, number>> {
  fc.sample(fc.constant(0), 1);
  const start = performance.now();
  const arbitrary = arbitraryOf(model);
  const compiled = performance.now();
  fc.sample(arbitrary, { seed: 1, numRuns: 1 });
  fc.sample(textOf(model), { seed: 1, numRuns: 1 });
  return { compile: compiled - start, withFirstDraws: performance.now() - start };
}
