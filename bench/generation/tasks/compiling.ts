import fc from 'fast-check';
import { arbitraryOf, textOf } from '../../../src/cases';
import { processorTime } from '../measure';
import { model } from '../subject';

/** What it costs in a fresh process to compile the model, and to compile it and draw once, in milliseconds. */
export function compiling(): Readonly<Record<string, number>> {
  fc.sample(fc.constant(0), 1);
  const start = process.cpuUsage();
  const arbitrary = arbitraryOf(model);
  const compile = processorTime(start) / 1e6;
  fc.sample(arbitrary, { seed: 1, numRuns: 1 });
  fc.sample(textOf(model), { seed: 1, numRuns: 1 });
  return { compile, withFirstDraws: processorTime(start) / 1e6 };
}
