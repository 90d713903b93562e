import type { Reporter } from './reporter';

export { figureText } from './figure';
export type { Addition, Palette, Reporter, ReporterOptions } from './reporter';

/** How each reporter is loaded, by its name: a run is told by one or two of them. */
const LOADERS: Readonly<Record<string, () => Reporter>> = {
  text: () => (require('./text') as typeof import('./text')).text,
  json: () => (require('./json') as typeof import('./json')).json,
  junit: () => (require('./junit') as typeof import('./junit')).junit,
  sarif: () => (require('./sarif') as typeof import('./sarif')).sarif,
  html: () => (require('./html') as typeof import('./html')).html,
  github: () => (require('./github') as typeof import('./github')).github,
  gitlab: () => (require('./gitlab') as typeof import('./gitlab')).gitlab,
  markdown: () => (require('./markdown') as typeof import('./markdown')).markdown,
  agent: () => (require('./agent') as typeof import('./agent')).agent,
  changelog: () => (require('./changelog') as typeof import('./changelog')).changelog,
};

/** The reporters by name. */
export const REPORTERS: ReadonlyMap<string, Reporter> = new Map(
  Object.entries(LOADERS).map(([name, load]) => [
    name,
    {
      name,
      render: (run, options) => load().render(run, options),
      additions: (run, env) => load().additions?.(run, env) ?? [],
    },
  ]),
);
