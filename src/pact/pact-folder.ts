import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonValue } from '../contract';
import { type FirstDifference, firstDifference } from './first-difference';
import type { PactFile } from './pact-file';

/** How one interaction of a pact file on disk differs from what the contract gives. */
export interface PactDifference {
  readonly file: string;
  /** The interaction's description; `undefined` where the file as a whole differs. */
  readonly interaction: string | undefined;
  readonly what: 'missing' | 'extra' | 'changed';
  /** Of one that changed: the first place at which it did. */
  readonly where?: FirstDifference;
}

type Described = ReadonlyMap<string, JsonValue>;

function interactionsIn(text: string): Described | undefined {
  try {
    const { interactions } = JSON.parse(text) as { interactions: (JsonValue & { description: string })[] };
    return new Map(interactions.map((interaction) => [interaction.description, interaction]));
  } catch {
    return undefined;
  }
}

function differencesBetween(file: string, actual: Described, wanted: Described): PactDifference[] {
  const all = (what: PactDifference['what'], ids: readonly string[]): PactDifference[] =>
    ids.map((interaction) => ({ file, interaction, what }));
  const changed = [...wanted].flatMap(([interaction, value]): PactDifference[] => {
    const found = actual.get(interaction);
    const where = found === undefined ? undefined : firstDifference(value, found);
    return where === undefined ? [] : [{ file, interaction, what: 'changed', where }];
  });
  return [
    ...all(
      'missing',
      [...wanted.keys()].filter((id) => !actual.has(id)),
    ),
    ...all(
      'extra',
      [...actual.keys()].filter((id) => !wanted.has(id)),
    ),
    ...changed,
  ];
}

function differencesOf(folder: string, { name, text }: PactFile): PactDifference[] {
  const path = join(folder, name);
  const wanted = interactionsIn(text) ?? new Map();
  if (!existsSync(path)) return differencesBetween(name, new Map(), wanted);
  const onDisk = readFileSync(path, 'utf8');
  if (onDisk === text) return [];
  const whole: PactDifference = { file: name, interaction: undefined, what: 'changed' };
  const actual = interactionsIn(onDisk);
  const differences = actual === undefined ? [] : differencesBetween(name, actual, wanted);
  return differences.length > 0 ? differences : [whole];
}

/**
 * What differs, byte for byte, between a folder and the pact files that should be in it, by interaction.
 * @example
 * expect(comparePacts('pacts', joinPacts(recorded))).toEqual([]);
 */
export const comparePacts = (folder: string, files: readonly PactFile[]): PactDifference[] =>
  files.flatMap((file) => differencesOf(folder, file));
