import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type ObjectSchema,
  type Schema,
  unlessRefused,
} from '../../contract';
import { ANY_KEY, accept, either, type KindClasses, type Making, type Row, reject, withTypical } from './row';
import { wrongTypes } from './wrong-types';

type Members = readonly (readonly [name: string, value: JsonValue])[];

const isAllowedKey = (schema: ObjectSchema, make: Making, name: string): boolean =>
  schema.keys === undefined || make.allows(schema.keys, name);

/** An optional member that cannot be made is left out: of a pattern that nothing fits, say. */
const ifPossible =
  ({ typical }: Making): Making['typical'] =>
  (schema, n) =>
    unlessRefused(
      () => typical(schema, n),
      () => undefined,
    );

/** The declared members, as many of the optional ones as fit; `undefined` where a required one cannot be made. */
function declared(schema: ObjectSchema, make: Making, n: number): Members | undefined {
  const members: (readonly [string, JsonValue])[] = [];
  let spare = (schema.maxProperties ?? Infinity) - schema.properties.filter(({ required }) => required).length;
  for (const property of schema.properties) {
    const isWanted = property.required || (spare > 0 && !make.isDeep && isAllowedKey(schema, make, property.name));
    const made = property.required ? make.typical : ifPossible(make);
    const value = isWanted ? made(property.schema, n) : undefined;
    if (value === undefined && property.required) return undefined;
    if (value === undefined) continue;
    if (!property.required) spare -= 1;
    members.push([property.name, value]);
  }
  return members;
}

/** Members that are not declared, to reach the smallest number of members. */
function additional(schema: ObjectSchema, make: Making, count: number): Members {
  if (schema.additional === false || count <= 0) return [];
  const rest: Schema = schema.additional;
  const names = Array.from({ length: count + schema.properties.length }, (_, n) =>
    make.typical(schema.keys ?? ANY_KEY, n),
  );
  const free = names.filter(
    (name) => typeof name === 'string' && !schema.properties.some((property) => property.name === name),
  );
  return [...new Set(free as string[])].slice(0, count).flatMap((name, n) => {
    const value = make.typical(rest, n);
    return value === undefined ? [] : [[name, value] as const];
  });
}

function typicalObject(schema: ObjectSchema, make: Making, n: number): JsonObject | undefined {
  const members = declared(schema, make, n);
  if (members === undefined) return undefined;
  const extra = additional(schema, make, (schema.minProperties ?? 0) - members.length);
  return Object.fromEntries([...members, ...extra]);
}

/** Names beside the declared ones: new, hostile, and nearly one that is declared. */
function strangers(schema: ObjectSchema): (readonly [string, string])[] {
  const first = schema.properties[0]?.name;
  const near = first === undefined ? [] : [['unknown member in other case', otherCase(first)] as const];
  const names = [['unknown member', 'somethingNew'], ['unknown member __proto__', '__proto__'], ...near] as const;
  return names.filter(([, name]) => !schema.properties.some((property) => property.name === name));
}

const otherCase = (name: string): string => (name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase());

const UNLISTED = 'the document says nothing about members that it does not list';

const withMember = (typical: JsonObject, name: string, value: JsonValue): JsonObject =>
  Object.fromEntries([...Object.entries(typical), [name, value]]);

function strangerRows(schema: ObjectSchema, make: Making, typical: JsonObject): Row[] {
  const value = schema.additional === false ? 'new' : make.typical(schema.additional, 0);
  if (value === undefined) return [];
  return strangers(schema).map(([row, name]) => {
    const values = [withMember(typical, name, value)];
    if (schema.additional === false) return reject(row, values, 'members beside those listed are not allowed');
    if (schema.additional.kind === 'any') return either(row, values, UNLISTED);
    return accept(row, values, (body) => isJsonObject(body) && Object.hasOwn(body, name));
  });
}

/** Classes of objects: with all members, few, others, and without those that are required. */
export const objectClasses: KindClasses<ObjectSchema> = {
  typical: typicalObject,
  rows: (schema, make) => {
    const typical = typicalObject(schema, make, 0);
    const strange = typical === undefined ? [] : strangerRows(schema, make, typical);
    return withTypical(typical === undefined ? [] : [typical], [
      ...strange,
      ...wrongTypes('an object', 'object'),
      ...(typical === undefined ? [] : [reject('in an array', [[typical]], 'it is an array with the object in it')]),
    ]);
  },
};
