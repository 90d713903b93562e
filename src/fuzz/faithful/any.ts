import { types } from 'node:util';
import { isJsonObject, type JsonObject, type JsonValue } from '../../contract';
import { type Compare, type Difference, differs, joined } from './difference';
import { entriesOf, hasMembers } from './members';
import { compareInteger } from './numbers';

/** JSON of which the contract says nothing, or that is given back as it is. */
export const compareAny: Compare = (wire, got) => {
  if (got === wire) return undefined;
  if (typeof wire === 'number' || typeof wire === 'bigint') return compareInteger(wire, got);
  if (Array.isArray(wire)) return Array.isArray(got) ? compareItems(wire, got) : differs('wrong-value', wire, got);
  if (!isJsonObject(wire) || !hasMembers(got)) return differs('wrong-value', wire, got);
  if (isAlike(wire, got)) return undefined;
  const held = new Map(entriesOf(got));
  const names = new Set([...Object.keys(wire), ...held.keys()]);
  let found: Difference[] | undefined;
  for (const name of names) found = joined(found, compareMember(wire[name], held, name), name);
  return found;
};

/** Whether they have the same members in the same order, as nearly always. */
function isAlike(wire: JsonObject, got: object): boolean {
  const [names, others] = [Object.keys(wire), Object.keys(got)];
  if (names.length !== others.length || types.isMap(got)) return false;
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] as string;
    if (name !== others[index]) return false;
    if (compareAny(wire[name] as JsonValue, (got as JsonObject)[name]) !== undefined) return false;
  }
  return true;
}

function compareItems(wire: readonly JsonValue[], got: readonly unknown[]): Difference[] | undefined {
  if (wire.length !== got.length) return differs('wrong-value', wire, got);
  let found: Difference[] | undefined;
  for (const [index, value] of wire.entries()) found = joined(found, compareAny(value, got[index]), index);
  return found;
}

function compareMember(
  value: JsonValue | undefined,
  held: ReadonlyMap<string, unknown>,
  name: string,
): Difference[] | undefined {
  if (value === undefined) return differs('invented-field', undefined, held.get(name));
  return held.has(name) ? compareAny(value, held.get(name)) : differs('lost-field', value, undefined);
}
