import { type Property, type Schema, siteSegment } from '../../contract';
import { effectOf, type SchemaChange, type SchemaChangeName } from '../rules';
import { below, changed, type Inside, type Side } from './inside';
import { compareRange, type Range } from './limits';
import { alternativesOf, type MembersShape, nameOfAll } from './shape';

/** What is said of members that are not declared: a schema; nothing, as they are put up with; or that they may not be. */
type Rest = Schema | 'open' | 'closed';

const resolved = (schema: Schema, side: Side): ReturnType<typeof alternativesOf> =>
  alternativesOf(schema, side.resolve, side.isPossible);

function restOf(shape: MembersShape, side: Side): Rest {
  if (shape.additional === false) return 'closed';
  const allowsAll = resolved(shape.additional, side).shapes[0]?.family === 'any';
  return allowsAll && !shape.isMap ? 'open' : shape.additional;
}

/** What is said of one member that is not declared: its name may not be allowed. */
function restFor(shape: MembersShape, side: Side, name: string): Rest {
  const { keys } = shape.schema;
  return keys !== undefined && !side.allows(keys, name) ? 'closed' : restOf(shape, side);
}

const toldRest = (rest: Rest, side: Side): string => {
  if (typeof rest !== 'string') return `other members are ${nameOfAll(resolved(rest, side))}`;
  return rest === 'open' ? 'other members may be there' : 'no other members';
};

const requirement = ({ required }: Property): string => (required ? 'always there' : 'may be absent');

function removedProperty(property: Property, rest: Rest, inside: Inside): SchemaChange[] {
  const kind = property.required ? 'required' : 'optional';
  const before = `${nameOfAll(resolved(property.schema, inside.before))}, ${requirement(property)}`;
  if (rest === 'closed') return [changed(`${kind}-property-removed-from-closed`, before, 'may not be there')];
  if (rest === 'open') return [changed(`${kind}-property-removed`, before, 'not declared')];
  const absent = property.required ? [changed('became-optional', 'always there', 'may be absent')] : [];
  return [...absent, ...inside.compare(property.schema, rest)];
}

function addedProperty(property: Property, rest: Rest, inside: Inside): SchemaChange[] {
  const kind = property.required ? 'required' : 'optional';
  const after = `${nameOfAll(resolved(property.schema, inside.after))}, ${requirement(property)}`;
  if (rest === 'closed') return [changed(`${kind}-property-added-to-closed`, 'may not be there', after)];
  if (rest === 'open') return [changed(`${kind}-property-added`, 'not declared', after)];
  const present = property.required ? [changed('became-required', 'may be absent', 'always there')] : [];
  return [...present, ...inside.compare(rest, property.schema)];
}

function keptProperty(before: Property, after: Property, inside: Inside): SchemaChange[] {
  const inner = inside.compare(before.schema, after.schema);
  if (before.required === after.required) return [...inner];
  const name = after.required ? 'became-required' : 'became-optional';
  return [changed(name, requirement(before), requirement(after)), ...inner];
}

function compareProperties(before: MembersShape, after: MembersShape, inside: Inside): SchemaChange[] {
  const old = new Map(before.properties.map((property) => [property.name, property]));
  const now = new Map(after.properties.map((property) => [property.name, property]));
  const names = [...now.keys(), ...[...old.keys()].filter((name) => !now.has(name))];
  return names.flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    return below(siteSegment(name), compareMember(was, is));
  });

  function compareMember(was: Property | undefined, is: Property | undefined): SchemaChange[] {
    if (was !== undefined && is !== undefined) return keptProperty(was, is, inside);
    if (is !== undefined) return addedProperty(is, restFor(before, inside.before, is.name), inside);
    return was === undefined ? [] : removedProperty(was, restFor(after, inside.after, was.name), inside);
  }
}

const ANY: Schema = { kind: 'any' };

function compareRest(before: MembersShape, after: MembersShape, inside: Inside): SchemaChange[] {
  const [old, now] = [restOf(before, inside.before), restOf(after, inside.after)];
  const told = [toldRest(old, inside.before), toldRest(now, inside.after)] as const;
  if (old === 'closed') return now === 'closed' ? [] : [changed('additional-properties-opened', ...told)];
  if (now === 'closed') return [changed('additional-properties-closed', ...told)];
  return below('{}', inside.compare(old === 'open' ? ANY : old, now === 'open' ? ANY : now));
}

/** Names are strings: one change tells that of all their limits. */
function compareNames(before: MembersShape, after: MembersShape, inside: Inside): SchemaChange[] {
  const bare: Schema = { kind: 'string' };
  const [old, now] = [before.schema.keys, after.schema.keys];
  // Where no other members may come, their names mean nothing.
  if (before.additional === false || after.additional === false) return [];
  const changes = inside.compare(old ?? bare, now ?? bare);
  const [first] = changes;
  if (first === undefined) return [];
  const told = (keys: Schema | undefined, change: string): string => (keys === undefined ? 'any name' : change);
  const name = (which: SchemaChangeName): SchemaChange =>
    changed(which, told(old, first.before), told(now, first.after));
  return [
    ...(changes.some((change) => effectOf(change.name).widens) ? [name('property-names-generalized')] : []),
    ...(changes.some((change) => effectOf(change.name).narrows) ? [name('property-names-specialized')] : []),
  ];
}

/** How many members there can be, whatever the keywords say. */
function sizes({ schema, properties, additional }: MembersShape): Range {
  const required = properties.filter((property) => property.required).length;
  const least = Math.max(schema.minProperties ?? 0, required);
  const most =
    additional === false ? Math.min(schema.maxProperties ?? Infinity, properties.length) : schema.maxProperties;
  return { min: least, max: most === Infinity ? undefined : most };
}

/** A limit that the members themselves keep anyway is none. */
function compareSizes(before: MembersShape, after: MembersShape): SchemaChange[] {
  const stated = ({ schema }: MembersShape): Range => ({ min: schema.minProperties, max: schema.maxProperties });
  const widened = compareRange('properties', stated(before), sizes(after)).filter(({ name }) => effectOf(name).widens);
  const narrowed = compareRange('properties', sizes(before), stated(after)).filter(
    ({ name }) => effectOf(name).narrows,
  );
  return [...widened, ...narrowed];
}

/** How an object or a map changed, also into one another. */
export const compareMembers = (before: MembersShape, after: MembersShape, inside: Inside): SchemaChange[] => [
  ...compareProperties(before, after, inside),
  ...compareRest(before, after, inside),
  ...compareNames(before, after, inside),
  ...compareSizes(before, after),
];
