import { printTextTree } from '../text-tree';
import type { Variation } from './variation';

/** Names that are special to some programs: to envelopes, to JavaScript's objects, to classes, to maps. */
const NAMES = [
  'somethingNew',
  'data',
  'error',
  'type',
  'value',
  'result',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  'length',
  '$ref',
  '@class',
  '',
];

const VALUES = ['null', '"new"', '{}', '[1]', '{"code":1,"message":"new"}', '0'];

const stranger = (name: string, value: string) => ({
  quoted: JSON.stringify(name),
  name,
  value: { kind: 'leaf' as const, text: value },
});

/** A member that the contract does not list leaves the others as they are. */
export const unknownMember: Variation = {
  rule: 'unknown-member-matters',
  difference: 'a member that the contract does not list',
  make: (body, turn, declared) => {
    if (body.kind !== 'object') return undefined;
    const name = NAMES[turn % NAMES.length] as string;
    if (declared.has(name) || body.members.some((member) => member.name === name)) return undefined;
    const added = stranger(name, VALUES[Math.floor(turn / NAMES.length) % VALUES.length] as string);
    const members = turn % 2 === 0 ? [added, ...body.members] : [...body.members, added];
    return printTextTree({ kind: 'object', members });
  },
};
