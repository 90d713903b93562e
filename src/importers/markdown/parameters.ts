import type { JsonSchema, Method, OperationSource, ParameterSource } from '../../contract';
import { hasNames } from './columns';
import { type PropertyRow, propertyRow } from './property-row';
import { headerValues, isJson } from './responses';
import type { Section } from './section';
import type { Table } from './table';
import { bare } from './text';
import { meaningOf } from './type-grammar';

interface Parameter {
  readonly name: string;
  readonly line: number;
  readonly required: boolean;
  readonly schema: JsonSchema;
  /** The models that its type names and nobody has. */
  readonly missing: readonly string[];
}

const isParameters = ({ heading, columns }: Table): boolean => /parameters$/i.test(heading) && hasNames(columns);

/** What languages pass beside the parameters: a context, the client itself, a callback. */
const isPlumbing = ({ name, type }: PropertyRow): boolean =>
  /^context\.Context$|^apiClient_t\b|^Channel\b/.test(type) ||
  (name === '_api' && /Api$/.test(type)) ||
  name === 'optional';

function parameterOf(row: PropertyRow, section: Section): Parameter {
  const required = !row.optional;
  const type = required ? row.type : row.type.replace(/^Option<(.*)>$/s, '$1').replace(/\?$/, '');
  const { schema, missing } = meaningOf(type, section.look);
  return { name: row.name, line: row.line, required, schema: { ...schema, ...row.notes.keywords }, missing };
}

/** The names in braces of a path. */
const placesIn = (path: string): string[] => [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name as string);

const isScalar = ({ schema }: Parameter): boolean =>
  schema.$ref === undefined && typeof schema.type === 'string' && !['object', 'array'].includes(schema.type);

type Sent = Pick<OperationSource, 'parameters' | 'request'>;

/** Of the parameters that are in no path, the body: it is called so, or it is the one that is no scalar. */
function bodyOf(others: readonly Parameter[]): Parameter | undefined {
  const whole = others.filter((parameter) => !isScalar(parameter));
  return (
    others.find(({ name }) => /^_?body$/i.test(name)) ??
    whole.find(({ schema }) => schema.$ref !== undefined) ??
    whole.at(-1)
  );
}

/**
 * The parameters of an operation and its request body. Pages do not say where a parameter is sent: what the path names
 * is in the path, a body is sent where there is a content type of JSON, and the rest is taken for the query.
 */
export function parametersOf(section: Section, method: Method, path: string): Sent {
  const all = section.tables.filter(isParameters).flatMap((table) =>
    table.rows.flatMap((row) => {
      const read = propertyRow(row, table);
      return read.name === '' || isPlumbing(read) ? [] : [parameterOf(read, section)];
    }),
  );
  const places = placesIn(path);
  const inPath = places.map((name) => [name, all.find((one) => bare(one.name) === bare(name))] as const);
  for (const [name] of inPath.filter(([, found]) => found === undefined))
    section.warn(
      section.lines[0]?.line ?? 0,
      `the page does not say what ${name} of ${section.id} is: any text is sent`,
    );
  const others = all.filter((one) => !inPath.some(([, found]) => found === one));
  const types = headerValues(section, 'Content-Type');
  const sendsBody = types.length > 0 && !['GET', 'HEAD'].includes(method);
  const body = sendsBody && types.some(isJson) ? bodyOf(others) : undefined;
  if (sendsBody && !types.some(isJson) && others.length > 0) {
    section.warn(
      others[0]?.line ?? 0,
      `${section.id} is sent as ${types.join(', ')}, which is not JSON: its request is left out`,
    );
    return withPath(inPath, []);
  }
  const query = others.filter((one) => one !== body);
  for (const model of body?.missing ?? []) section.miss(model, body?.line ?? 0, section.id);
  for (const { name, line } of query.filter(({ required }) => required))
    section.warn(line, `the page does not say where ${name} of ${section.id} is sent: it is taken for the query`);
  const request = body === undefined ? {} : { request: { required: body.required, schema: body.schema } };
  return { ...withPath(inPath, query), ...request };
}

function withPath(inPath: readonly (readonly [string, Parameter | undefined])[], query: readonly Parameter[]): Sent {
  const entries: [string, ParameterSource][] = [
    ...inPath.map(([name, one]): [string, ParameterSource] => [name, { in: 'path', schema: plainSchema(one) }]),
    ...query.map((one): [string, ParameterSource] => [
      one.name,
      { in: 'query', ...(one.required ? {} : { required: false }), schema: plainSchema(one) },
    ]),
  ];
  return entries.length === 0 ? {} : { parameters: Object.fromEntries(entries) };
}

/** Parameters are texts: what is a model here is left to be any text. */
const plainSchema = (one: Parameter | undefined): JsonSchema =>
  one === undefined || one.missing.length > 0 || Object.keys(one.schema).length === 0 ? { type: 'string' } : one.schema;
