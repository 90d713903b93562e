import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { NewFile } from '../files/stage';
import { ciFile, URL } from './ci-file';
import { configEntry, configFile, withEntry } from './config-file';
import { clientFile, consumerTest } from './consumer-test';
import type { Neighbours } from './neighbours';
import type { Plan } from './plan';
import { statesFile } from './states-file';

/** The document as it lies in the contract's folder, with its operation. */
function keptDocument(cwd: string, { path, folder, operation }: Plan): string {
  const isFolder = statSync(resolve(cwd, path)).isDirectory();
  return `${folder}/${isFolder ? 'pages' : basename(path)}#${operation}`;
}

/** A file that is written where there is none, and what a person adds to one that is there already. */
export interface Wanted {
  readonly path: string;
  readonly text: string;
  /** A file that is there, with what it lacks; `undefined` where that cannot be told. */
  readonly extend?: (text: string) => string | undefined;
  /** What to add to it by hand, with what it is; none where nothing is. */
  readonly addition?: (text: string) => string | undefined;
}

/** The files beside the contract itself. */
export function wantedFiles(cwd: string, plan: Plan, states: readonly string[], neighbours: Neighbours): Wanted[] {
  const { folder } = plan;
  const { baseUrl, known } = neighbours;
  const entry = configEntry(plan, { document: keptDocument(cwd, plan), baseUrl, hasStates: states.length > 0 });
  const variable = /^\$(\w+)$/.exec(baseUrl)?.[1];
  const [ciPath, ciText] = ciFile(plan, variable ?? 'PROVIDER_URL') ?? [];
  return [
    { path: `${folder}/client.ts`, text: clientFile() },
    { path: `${folder}/consumer.test.ts`, text: consumerTest(plan) },
    ...(states.length === 0 ? [] : [{ path: `${folder}/states.ts`, text: statesFile(states, known) }]),
    {
      path: 'pactcheck.config.ts',
      text: configFile(entry),
      extend: (text) => withEntry(text, entry),
      addition: () => `add to its contracts:\n${entry}`,
    },
    ...(ciPath === undefined || ciText === undefined
      ? []
      : [{ path: ciPath, text: ciText, addition: (text: string) => lacking(text, variable) }]),
  ];
}

const lacking = (text: string, variable: string | undefined): string | undefined =>
  variable === undefined || text.includes(variable)
    ? undefined
    : `add to its variables, and start that service, too:\n      ${variable}: ${URL}`;

/** A file as it is to be written, where it is, and lines on what was done with it. */
export interface Settled {
  readonly file: NewFile | undefined;
  readonly lines: readonly string[];
}

function settled(cwd: string, { path: name, text, extend, addition }: Wanted): Settled {
  const path = resolve(cwd, name);
  if (!existsSync(path)) return { file: { path, content: text }, lines: [`wrote ${name}`] };
  const old = readFileSync(path, 'utf8');
  const content = extend?.(old);
  if (content !== undefined) return { file: { path, content }, lines: [`added the contract to ${name}`] };
  const more = addition?.(old);
  return {
    file: undefined,
    lines: [`kept ${name} as it is`, ...(more === undefined ? [] : `  ${more}`.split('\n'))],
  };
}

/** The other files, but over none that is there already. */
export const settledFiles = (cwd: string, wanted: readonly Wanted[]): Settled[] =>
  wanted.map((one) => settled(cwd, one));
