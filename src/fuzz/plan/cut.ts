import { type Case, isJsonObject, type JsonValue, parseJson } from '../../contract';
import { printTextTree, readTextTree } from '../text-tree';
import { type Groups, memberOf } from './groups';

/** Members of a body that are chosen together: empty where they are absent. */
export interface Part {
  readonly text: string;
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

/** Cuts the body of a case, one part for each group; nothing where it is no object, or the case is about all of it. */
export function cut(testCase: Case, groups: Groups): Cut[] {
  const tree = testCase.body === undefined ? undefined : readTextTree(testCase.body);
  if (tree?.kind !== 'object' || testCase.classes[''] !== undefined) return [];
  const parts = Array.from({ length: groups.size }, (_, index): Part => {
    const members = tree.members.filter(({ name }) => groups.get(name) === index);
    const classes = Object.entries(testCase.classes).filter(([site]) => groups.get(memberOf(site)) === index);
    const text = members.map(({ quoted, value }) => `${quoted}:${printTextTree(value)}`).join(',');
    return { text, members: membersIn(text), classes: Object.fromEntries(classes) };
  });
  return [{ testCase, parts }];
}
