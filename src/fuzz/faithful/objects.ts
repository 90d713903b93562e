import { types } from 'node:util';
import { isJsonObject, type JsonObject, type JsonValue } from '../../contract';
import type { Agrees, Comparer } from './comparer';
import type { MayStand } from './defaults';
import { type Difference, differs, joined } from './difference';
import { ABSENT, hasMembers, memberOf } from './members';

/** A declared member: its name on the wire, the names it may have in a program, and how to compare it. */
export interface Member {
  readonly name: string;
  readonly names: readonly string[];
  readonly comparer: Comparer;
  /** What may stand where the body has no such member. */
  readonly mayStand: MayStand;
}

/** Whether an object of a program has some of its declared members as they should be. */
type AgreesIn = (holder: Readonly<Record<string, unknown>>) => boolean;

/** How an object is held to the body; what a program adds under names that are not declared is its own affair. */
export interface ObjectComparer extends Comparer {
  readonly members: readonly Member[];
}

const isNothing = (got: unknown): boolean => got === ABSENT || got === undefined || got === null;

function compareMember(
  wire: JsonObject,
  { name, names, comparer, mayStand }: Member,
  got: object,
): Difference[] | undefined {
  const held = memberOf(got, names);
  if (!Object.hasOwn(wire, name))
    return isNothing(held) || mayStand(held) ? undefined : differs('invented-field', undefined, held);
  const value = wire[name] as JsonValue;
  if (isNothing(held)) return value === null ? undefined : differs('lost-field', value, undefined);
  return comparer.compare(value, held);
}

/** Whether members can be had from a value by their names. */
export const isHolder = (got: unknown): got is Readonly<Record<string, unknown>> =>
  hasMembers(got) && !types.isMap(got);

/** That none of these names is there, not even of another object's making. */
const lacking =
  (names: readonly string[]): AgreesIn =>
  (holder) => {
    for (let index = 0; index < names.length; index += 1) {
      const got = holder[names[index] as string];
      if (got !== undefined && got !== null) return false;
    }
    return true;
  };

/** That the first of these names that is there has the value. */
const having =
  (names: readonly string[], value: JsonValue, agrees: Agrees): AgreesIn =>
  (holder) => {
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index] as string;
      const got = holder[name];
      if (got !== undefined && got !== null) return agrees(got);
      if (got === null || name in holder) break;
    }
    return value === null;
  };

const all = (parts: readonly AgreesIn[]): AgreesIn => {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return (holder) => {
    for (let index = 0; index < parts.length; index += 1) if (!(parts[index] as AgreesIn)(holder)) return false;
    return true;
  };
};

/** Compares objects with these members. */
export function objects(members: readonly Member[]): ObjectComparer {
  const compare: Comparer['compare'] = (wire, got) => {
    if (!isJsonObject(wire) || !hasMembers(got)) return differs('wrong-value', wire, got);
    let found: Difference[] | undefined;
    for (const member of members) {
      const inner = compareMember(wire, member, got);
      if (inner !== undefined) found = joined(found, inner, member.name);
    }
    return found;
  };
  const holding = (wire: JsonObject): AgreesIn => {
    const isThere = ({ name }: Member): boolean => Object.hasOwn(wire, name);
    const present = members.filter(isThere).map(({ name, names, comparer }) => {
      const value = wire[name] as JsonValue;
      return having(names, value, comparer.expecting(value));
    });
    const absent = members.filter((member) => !isThere(member)).flatMap(({ names }) => names);
    return all(absent.length === 0 ? present : [...present, lacking(absent)]);
  };
  const expecting: Comparer['expecting'] = (wire) => {
    if (!isJsonObject(wire)) return (got) => compare(wire, got) === undefined;
    const agrees = holding(wire);
    return (got) => (isHolder(got) && agrees(got)) || compare(wire, got) === undefined;
  };
  return { compare, expecting, members };
}
