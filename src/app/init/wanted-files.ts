import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { NewFile } from '../files/stage';
import { ciFile, URL } from './ci-file';
import { configEntry, configFile, hasEntry, withEntry } from './config-file';
import { clientFile, consumerTest } from './consumer-test';
import type { Neighbours } from './neighbours';
import type { Plan } from './plan';
import { statesFile, unhandled, withHandlers } from './states-file';

/** A file that is written where there is none, and what a person adds to one that is there already. */
export interface Wanted {
  readonly path: string;
  readonly text: string;
  /** Whether a file that is there lacks nothing: then no line tells of it. */
  readonly isComplete?: (text: string) => boolean;
  /** A file that is there, with what it lacks; `undefined` where that cannot be told. */
  readonly extend?: (text: string) => string | undefined;
  /** What to add to it by hand, with what it is; none where nothing is. */
  readonly addition?: (text: string) => string | undefined;
}

function statesWanted({ folder }: Plan, states: readonly string[], { known }: Neighbours): Wanted[] {
  if (states.length === 0) return [];
  const lacking = (text: string): string[] => unhandled(text, states, known);
  return [
    {
      path: `${folder}/states.ts`,
      text: statesFile(states, known),
      isComplete: (text) => lacking(text).length === 0,
      extend: (text) => withHandlers(text, lacking(text)),
      addition: (text) => `add handlers of:\n${lacking(text).join('\n')}`,
    },
  ];
}

/** The files beside the contract itself. */
export function wantedFiles(plan: Plan, states: readonly string[], neighbours: Neighbours): Wanted[] {
  const { folder, isThere } = plan;
  const { baseUrl } = neighbours;
  const entry = configEntry(plan, { baseUrl, hasStates: states.length > 0 });
  const variable = /^\$(\w+)$/.exec(baseUrl)?.[1];
  const [ciPath, ciText] = ciFile(plan, variable ?? 'PROVIDER_URL') ?? [];
  const isKept = (): boolean => isThere;
  return [
    { path: `${folder}/client.ts`, text: clientFile(plan), isComplete: isKept },
    { path: `${folder}/consumer.test.ts`, text: consumerTest(plan), isComplete: isKept },
    ...statesWanted(plan, states, neighbours),
    {
      path: 'pactcheck.config.ts',
      text: configFile(entry),
      isComplete: (text) => hasEntry(text, plan),
      extend: (text) => withEntry(text, entry),
      addition: () => `add to its contracts:\n${entry}`,
    },
    ...(ciPath === undefined || ciText === undefined
      ? []
      : [{ path: ciPath, text: ciText, isComplete: isKept, addition: (text: string) => lackingIn(text, variable) }]),
  ];
}

const lackingIn = (text: string, variable: string | undefined): string | undefined =>
  variable === undefined || text.includes(variable)
    ? undefined
    : `add to its variables, and start that service, too:\n      ${variable}: ${URL}`;

/** A file as it is to be written, where it is, and lines on what was done with it. */
export interface Settled {
  readonly file: NewFile | undefined;
  readonly lines: readonly string[];
}

function settled(cwd: string, { path: name, text, isComplete, extend, addition }: Wanted): Settled {
  const path = resolve(cwd, name);
  if (!existsSync(path)) return { file: { path, content: text }, lines: [`wrote ${name}`] };
  const old = readFileSync(path, 'utf8');
  if (isComplete?.(old) === true) return { file: undefined, lines: [] };
  const content = extend?.(old);
  if (content !== undefined) return { file: { path, content }, lines: [`added to ${name} what it lacked`] };
  const more = addition?.(old);
  return {
    file: undefined,
    lines: [`kept ${name} as it is`, ...(more === undefined ? [] : `  ${more}`.split('\n'))],
  };
}

/** The other files, but over none that is there already. */
export const settledFiles = (cwd: string, wanted: readonly Wanted[]): Settled[] =>
  wanted.map((one) => settled(cwd, one));
