import { type Case, isJsonObject, type JsonValue, parseJson } from '../../contract';
import { printTextTree, readTextTree } from '../text-tree';
import { type Groups, memberOf } from './groups';

/** Members of a body that are chosen together: empty where they are absent. */
export interface Part {
  readonly text: string;
  /** The names of all of them, whether they are there or not. */
  readonly names: readonly string[];
  /** What the text says. */
  readonly members: readonly (readonly [name: string, value: JsonValue])[];
  /** What is special about them. */
  readonly classes: Readonly<Record<string, string>>;
}

/** A case, cut at the groups of its members. */
export interface Cut {
  readonly testCase: Case;
  readonly parts: readonly Part[];
}

function membersIn(text: string): Part['members'] {
  const value = text === '' ? {} : parseJson(`{${text}}`);
  return isJsonObject(value) ? Object.entries(value) : [];
}

/** The part of members of these names that has this text; of none of them where there is none. */
export const partOf = (names: Part['names'], text = '', classes: Part['classes'] = {}): Part => ({
  text,
  names,
  members: membersIn(text),
  classes,
});

/** Puts what belongs to groups under their numbers. */
function grouped<T>(all: readonly T[], groups: Groups, nameOf: (one: T) => string): ReadonlyMap<number, readonly T[]> {
  const found = new Map<number, T[]>();
  for (const one of all) {
    const group = groups.get(nameOf(one));
    if (group !== undefined) found.set(group, [...(found.get(group) ?? []), one]);
  }
  return found;
}

/** Cuts the body of a case, one part for each group; nothing where it is no object, or the case is about all of it. */
export function cut(testCase: Case, groups: Groups, names: readonly Part['names'][]): Cut[] {
  const tree = testCase.body === undefined ? undefined : readTextTree(testCase.body);
  if (tree?.kind !== 'object' || testCase.classes[''] !== undefined) return [];
  const members = grouped(tree.members, groups, ({ name }) => name);
  const classes = grouped(Object.entries(testCase.classes), groups, ([site]) => memberOf(site));
  const parts = names.map((inGroup, index): Part => {
    const texts = (members.get(index) ?? []).map(({ quoted, value }) => `${quoted}:${printTextTree(value)}`);
    return partOf(inGroup, texts.join(','), Object.fromEntries(classes.get(index) ?? []));
  });
  return [{ testCase, parts }];
}
