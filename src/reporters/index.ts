import { json } from './json';
import type { Reporter } from './reporter';
import { text } from './text';

export { type Palette, PLAIN, type Reporter, type ReporterOptions } from './reporter';

/** The reporters by name. */
export const REPORTERS: ReadonlyMap<string, Reporter> = new Map(
  [text, json].map((reporter) => [reporter.name, reporter]),
);
