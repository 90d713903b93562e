import { agent } from './agent';
import { changelog } from './changelog';
import { github } from './github';
import { gitlab } from './gitlab';
import { html } from './html';
import { json } from './json';
import { junit } from './junit';
import { markdown } from './markdown';
import type { Reporter } from './reporter';
import { sarif } from './sarif';
import { text } from './text';

export { figureText } from './figure';
export type { Addition, Palette, Reporter, ReporterOptions } from './reporter';

/** The reporters by name. */
export const REPORTERS: ReadonlyMap<string, Reporter> = new Map(
  [text, json, junit, sarif, html, github, gitlab, markdown, agent, changelog].map((reporter) => [
    reporter.name,
    reporter,
  ]),
);
