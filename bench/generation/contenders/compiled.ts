import fc from 'fast-check';
import { arbitraryOf, textOf } from '../../../src';
import { model } from '../subject';
import { type Contender, drawingOf } from './contender';

/** What this project compiles of the schema. */
export const compiled = (): Contender => {
  const arbitraries = { values: arbitraryOf(model), texts: textOf(model) };
  return { values: drawingOf(fc, arbitraries.values), texts: drawingOf(fc, arbitraries.texts), arbitraries };
};
