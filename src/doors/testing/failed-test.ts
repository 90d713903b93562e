import { REPORTERS } from '../../reporters';
import type { Result, Run } from '../../result';

const TEXT = REPORTERS.get('text');

/** Results of a run as the text reporter shows them, without what is said of the run as a whole. */
export function reportOf({ command, contract, seed, version, summary }: Run, results: readonly Result[]): string {
  const shown: Run = { command, contract, seed, version, summary, results };
  return TEXT?.render(shown, { isHeaded: true }).trimEnd() ?? '';
}

/** Where tests are declared: an error that only keeps its stack. */
export type Place = Error;

/**
 * The place of the call that declares tests, so that a failed one leads to the file of whoever wrote it.
 * @param declaring the function that is called; what lies within it is left out.
 */
export function placeOf(declaring: (...words: never[]) => unknown): Place {
  const place = new Error('declared here');
  Error.captureStackTrace(place, declaring);
  return place;
}

const isFrame = (line: string): boolean => /^\s+at /.test(line);

/** An error that a test fails with: the text, and the place where the test was declared. */
export function failedAt(place: Place, message: string): Error {
  const error = new Error(message);
  const frames = (place.stack ?? '').split('\n').filter(isFrame);
  error.stack = [`Error: ${message}`, ...frames].join('\n');
  return error;
}
