import fc from 'fast-check';
import { arbitraryOf, generateCases, textOf } from '../../../src/cases';
import { contract, model } from '../subject';
import { type Contender, calling, type Drawing, drawingOf } from './contender';

function casesOf(verdict: 'reject' | 'either'): Drawing {
  const cases = generateCases(contract, { mode: 'random', verdict, seed: 1, count: Number.POSITIVE_INFINITY });
  return calling(() => cases.next().value?.body);
}

/** What this project compiles of the schema. */
export const compiled = (): Contender => {
  const arbitraries = { values: arbitraryOf(model), texts: textOf(model) };
  return {
    values: drawingOf(fc, arbitraries.values),
    texts: drawingOf(fc, arbitraries.texts),
    arbitraries,
    rejects: casesOf('reject'),
    eithers: casesOf('either'),
  };
};
