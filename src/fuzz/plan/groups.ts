import { fromPointer, type ObjectSchema, type Rule } from '../../contract';

/** Which group the members of a body belong to: each its own, or that of those which a rule relates it to. */
export type Groups = ReadonlyMap<string, number>;

/** The first member on the way of a pointer; `''` of the root. */
export const memberOf = (pointer: string): string => fromPointer(pointer)[0] ?? '';

/** The groups of an object's members, numbered by the position of their first one. */
export function groupsOf(root: ObjectSchema, rules: readonly Rule[]): Groups {
  const groups = new Map(root.properties.map(({ name }, index) => [name, index]));
  for (const rule of rules) {
    const related = [...(rule.when ?? []), ...rule.must]
      .filter(({ of }) => of === undefined || of === 'response')
      .map(({ pointer }) => groups.get(memberOf(pointer)))
      .filter((group) => group !== undefined);
    for (const [name, group] of groups) if (related.includes(group)) groups.set(name, Math.min(...related));
  }
  return groups;
}

/** The names of the members of each group. */
export const namesIn = (groups: Groups): readonly (readonly string[])[] =>
  Array.from({ length: groups.size }, (_, index) =>
    [...groups].filter(([, group]) => group === index).map(([name]) => name),
  );
