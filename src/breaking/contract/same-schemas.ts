import type { Definitions, Model, Schema } from '../../contract';
import { schemaText } from '../schema/text';

const namesIn = (text: string): string[] =>
  [...text.matchAll(/"kind":"reference","name":("(?:[^"\\]|\\.)*")/g)].map(([, name]) => JSON.parse(name as string));

/** Names, and all definitions that lead to one of them. */
function withUsers(found: string[], users: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const all = new Set<string>();
  for (let next = found.pop(); next !== undefined; next = found.pop()) {
    if (all.has(next)) continue;
    all.add(next);
    found.push(...(users.get(next) ?? []));
  }
  return all;
}

const note = (users: Map<string, string[]>, user: string, schema: Schema): void => {
  for (const used of namesIn(schemaText(schema))) users.set(used, [...(users.get(used) ?? []), user]);
};

/** The definitions that are not the same on both sides, by themselves or by what they refer to. */
function differing(before: Definitions, after: Definitions): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  const found: string[] = [];
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [before[name], after[name]];
    const isSame = old !== undefined && now !== undefined && schemaText(old) === schemaText(now);
    if (!isSame) found.push(name);
    if (isSame) note(users, name, old);
  }
  return withUsers(found, users);
}

const isChoice = (schema: Schema): boolean => schemaText(schema).includes('"mode":"one"');

const choosers = new WeakMap<Definitions, ReadonlySet<string>>();

/** The definitions that have a union of which a value may be of one branch only, or lead to one. */
function choosersAmong(definitions: Definitions): ReadonlySet<string> {
  const known = choosers.get(definitions);
  if (known !== undefined) return known;
  const users = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(definitions)) note(users, name, schema);
  const found = Object.keys(definitions).filter((name) => isChoice(definitions[name] as Schema));
  const all = withUsers(found, users);
  choosers.set(definitions, all);
  return all;
}

/** Whether a model has such a union anywhere. */
export const mayChoose = ({ schema, definitions }: Model): boolean =>
  isChoice(schema) || namesIn(schemaText(schema)).some((name) => choosersAmong(definitions).has(name));

/** Tells whether two schemas say the same, with all that they refer to by the same names: what differs may still do so. */
export function sameSchemas(before: Definitions, after: Definitions): (old: Schema, now: Schema) => boolean {
  const changed = differing(before, after);
  return (old, now) =>
    schemaText(old) === schemaText(now) && !namesIn(schemaText(old)).some((name) => changed.has(name));
}
