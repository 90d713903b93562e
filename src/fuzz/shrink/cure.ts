import { printTextTree, readTextTree, type TextNode } from '../text-tree';

/** A member of a body as it is where nothing goes wrong: with another value, or absent. */
export interface Cure {
  readonly name: string;
  /** The other value; absent where there is none. */
  readonly text?: string;
}

type Members = Extract<TextNode, { kind: 'object' }>['members'];

const membersOf = (body: string): Members => {
  const tree = readTextTree(body);
  return tree?.kind === 'object' ? tree.members : [];
};

/** How a member is written in a body; `undefined` where it is absent. */
const textIn = (members: Members, wanted: string): string | undefined => {
  const member = members.find(({ name }) => name === wanted);
  return member === undefined ? undefined : printTextTree(member.value);
};

/** A body with a member as the cure has it; `undefined` where it is so already, or the body is no object. */
export function cured(body: string, { name, text }: Cure): string | undefined {
  const members = membersOf(body);
  if (members.length === 0 || textIn(members, name) === text) return undefined;
  const others = members.filter((member) => member.name !== name);
  const own = { quoted: JSON.stringify(name), name, value: { kind: 'leaf', text: text ?? '' } } as const;
  return printTextTree({ kind: 'object', members: text === undefined ? others : [...others, own] });
}

/**
 * Ways to have a body without the cause of what happens to it, each of a single member: as the first of the valid
 * bodies has it that has it otherwise. The member that the body is said to be about goes first, then those that it has,
 * then those that it lacks.
 */
export function curesFor(body: string, about: string, valid: readonly string[]): Cure[] {
  const members = membersOf(body);
  const others = valid.map(membersOf);
  const names = [
    about,
    ...members.map(({ name }) => name),
    ...others.flatMap((other) => other.map(({ name }) => name)),
  ];
  return [...new Set(names)].flatMap((name) => {
    const here = textIn(members, name);
    const other = others.find((one) => one.length > 0 && textIn(one, name) !== here);
    if (other === undefined) return [];
    const text = textIn(other, name);
    return [text === undefined ? { name } : { name, text }];
  });
}
