import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type ObjectSchema,
  type Schema,
  type SchemaOf,
  type UnionSchema,
} from '../../contract';
import { isTextEnum, type Place } from '../plan';
import type { Change, TomorrowRow } from './change';

/** A value and a member that no contract has today. */
const NEW = 'tomorrow';

const isOf = <K extends Schema['kind']>(schema: Schema, kind: K): schema is SchemaOf<K> => schema.kind === kind;

/** An optional text in each object that can be had. */
function newMember({ schema, value }: Place): Change | undefined {
  if (!isOf(schema, 'object') || !isJsonObject(value) || NEW in value) return undefined;
  const property = { name: NEW, required: false, schema: { kind: 'string' as const } };
  const after = { ...schema, properties: [...schema.properties, property] };
  return { before: schema, after, value: { ...value, [NEW]: 'a' } };
}

const isClosed = ({ schema }: Place): boolean => isOf(schema, 'object') && schema.additional === false;

const newMemberOf =
  (closed: boolean): TomorrowRow['make'] =>
  (place) =>
    isClosed(place) === closed ? newMember(place) : undefined;

/** Every optional member is there from now on. */
function alwaysThere({ schema, value }: Place): Change | undefined {
  if (!isOf(schema, 'object') || !isJsonObject(value)) return undefined;
  const optional = schema.properties.filter(({ required, name }) => !required && Object.hasOwn(value, name));
  if (optional.length === 0) return undefined;
  const names = new Set(optional.map(({ name }) => name));
  const properties = schema.properties.map((one) => (names.has(one.name) ? { ...one, required: true } : one));
  return { before: schema, after: { ...schema, properties }, value };
}

function newValue({ schema }: Place): Change | undefined {
  if (!isOf(schema, 'enum') || !isTextEnum(schema) || schema.values.length < 2) return undefined;
  const isUpper = schema.values.every((value) => String(value) === String(value).toUpperCase());
  const value = isUpper ? NEW.toUpperCase() : NEW;
  return { before: schema, after: { ...schema, values: [...schema.values, value] }, value };
}

function longerList({ schema, value }: Place): Change | undefined {
  if (!isOf(schema, 'array') || schema.maxItems === undefined || schema.maxItems > 10_000) return undefined;
  const [first] = Array.isArray(value) ? (value as readonly JsonValue[]) : [];
  if (first === undefined || schema.uniqueItems === true) return undefined;
  const length = schema.maxItems + 1;
  return { before: schema, after: { ...schema, maxItems: length }, value: Array.from({ length }, () => first) };
}

function longerText({ schema, value }: Place): Change | undefined {
  if (!isOf(schema, 'string') || schema.maxLength === undefined || schema.maxLength > 100_000) return undefined;
  if (typeof value !== 'string' || schema.pattern !== undefined || schema.format !== undefined) return undefined;
  const maxLength = schema.maxLength + 1;
  return { before: schema, after: { ...schema, maxLength }, value: (value || 'a').padEnd(maxLength, 'a') };
}

/** One step past the limit, as far as a double holds it. */
function higherLimit({ schema }: Place): Change | undefined {
  if (!isOf(schema, 'integer') && !isOf(schema, 'number')) return undefined;
  if (schema.maximum === undefined || schema.maximum >= Number.MAX_SAFE_INTEGER) return undefined;
  const maximum = schema.maximum + (schema.multipleOf ?? 1);
  return { before: schema, after: { ...schema, maximum }, value: maximum };
}

/** The texts that one member tells branches apart by; `undefined` where a branch has no such member. */
function tagOf({ branches, discriminator }: UnionSchema): string | undefined {
  if (discriminator !== undefined) return discriminator.property;
  const [first, ...others] = branches.map((branch) => (isOf(branch, 'object') ? tagsIn(branch) : []));
  return first?.find((name) => others.every((names) => names.includes(name)));
}

const tagsIn = ({ properties }: ObjectSchema): string[] =>
  properties
    .filter(({ required, schema }) => required && isOf(schema, 'enum') && schema.values.length === 1)
    .map(({ name }) => name);

function newBranch({ schema, value }: Place): Change | undefined {
  if (!isOf(schema, 'union') || !isJsonObject(value)) return undefined;
  const tag = tagOf(schema);
  if (tag === undefined || !Object.hasOwn(value, tag)) return undefined;
  const properties = [{ name: tag, required: true, schema: { kind: 'enum' as const, values: [NEW] } }];
  const branch: ObjectSchema = { kind: 'object', properties, additional: { kind: 'any' } };
  const { discriminator, ...rest } = schema;
  const mapping = { ...discriminator?.mapping, [NEW]: schema.branches.length };
  const told = discriminator === undefined ? {} : { discriminator: { ...discriminator, mapping } };
  const fed: JsonObject = { [tag]: NEW };
  return { before: schema, after: { ...rest, branches: [...schema.branches, branch], ...told }, value: fed };
}

const branchOf =
  (mode: UnionSchema['mode']): TomorrowRow['make'] =>
  (place) =>
    place.schema.kind === 'union' && place.schema.mode === mode ? newBranch(place) : undefined;

/** What providers change without asking, each as the row of the breaking rules that it is. */
export const TOMORROW_ROWS: readonly TomorrowRow[] = [
  { row: 'optional-property-added', says: 'has a new member', make: newMemberOf(false) },
  { row: 'optional-property-added-to-closed', says: 'has a new member', make: newMemberOf(true) },
  { row: 'became-required', says: 'always has all of its members', make: alwaysThere },
  { row: 'enum-value-added', says: 'has a new value', make: newValue },
  { row: 'max-items-increased', says: 'is a longer list', make: longerList },
  { row: 'max-length-increased', says: 'is a longer text', make: longerText },
  { row: 'max-increased', says: 'is past its upper limit', make: higherLimit },
  { row: 'one-of-added', says: 'is of a new kind', make: branchOf('one') },
  { row: 'any-of-added', says: 'is of a new kind', make: branchOf('any') },
];
