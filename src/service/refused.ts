import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Operation,
  type Property,
  type Response,
  replaceAt,
  type Schema,
  sitesOf,
  statusCode,
  stringifyJson,
} from '../contract';
import type { Answer } from './answer';
import type { Bench } from './bench';

/** Why a call is refused. */
export interface Refusal {
  readonly status: number;
  /** A sentence. What the document gives as example is sent where there is none. */
  readonly message?: string;
  /** The members of the request, or its parameters, that are wrong. */
  readonly fields?: readonly { readonly name: string; readonly message: string }[];
}

const named = (operation: Operation, status: string): Response | undefined =>
  operation.responses.find((response) => response.status.toUpperCase() === status);

/** What says that a request is invalid, whatever is wrong with it. 401, 403, 404 and 409 say something else. */
const INVALID = ['400', '422'];

/**
 * The answer that a contract has for a refusal: that of the status, of its range, one for invalid requests, or what it
 * answers by default. A defect of the service itself is never passed off as the caller's.
 */
function responseFor(operation: Operation, status: number): { status: number; response: Response } | undefined {
  const own = named(operation, String(status)) ?? named(operation, `${Math.floor(status / 100)}XX`);
  if (own !== undefined) return { status, response: own };
  const other = status < 500 ? INVALID.map((invalid) => named(operation, invalid)).find(Boolean) : undefined;
  if (other !== undefined) return { status: statusCode(other.status), response: other };
  const rest = named(operation, 'DEFAULT');
  return rest === undefined ? undefined : { status, response: rest };
}

const MESSAGE = /^(?:message|detail|details|description|reason|error_?description)$/i;
const FIELDS = /^(?:fields|errors|details|violations|invalid_?params|problems)$/i;
const FIELD_NAME = /^(?:name|field|path|pointer|property|parameter|location)$/i;

type Change = (body: JsonObject) => JsonObject;

const rootMembers = (schema: Schema, definitions: Bench['contract']['definitions']): Property[] =>
  sitesOf({ schema, definitions }).flatMap(({ parent, property }) =>
    parent === '' && property !== undefined ? [property] : [],
  );

const put =
  (name: string, value: JsonValue): Change =>
  (body) =>
    replaceAt(body, `/${name}`, value) as JsonObject;

/** A list of wrong fields under the names that an error model has for such a list and its members. */
function fieldLists(bench: Bench, schema: Schema, property: Property, refusal: Refusal): Change[] {
  const sites = sitesOf({ schema, definitions: bench.contract.definitions });
  const inItems = sites.flatMap((site) =>
    site.parent === `/${property.name}/[]` && site.property ? [site.property.name] : [],
  );
  const name = inItems.find((candidate) => FIELD_NAME.test(candidate));
  const message = inItems.find((candidate) => MESSAGE.test(candidate));
  const items = (refusal.fields ?? []).map((field) =>
    Object.fromEntries([
      ...(name === undefined ? [] : [[name, field.name]]),
      ...(message === undefined ? [] : [[message, field.message]]),
    ]),
  );
  return items.length === 0 || name === undefined ? [] : [put(property.name, items)];
}

/** What can be said in an error model beyond its example: found by the names that such models usually have. */
function sayings(bench: Bench, schema: Schema, refusal: Refusal): Change[] {
  return rootMembers(schema, bench.contract.definitions).flatMap((property) => [
    ...(MESSAGE.test(property.name) && refusal.message !== undefined ? [put(property.name, refusal.message)] : []),
    ...(FIELDS.test(property.name) ? fieldLists(bench, schema, property, refusal) : []),
  ]);
}

function errorBody(bench: Bench, schema: Schema, refusal: Refusal): JsonValue {
  const example = bench.options.example(schema);
  if (!isJsonObject(example)) return example;
  const model = { schema, definitions: bench.contract.definitions };
  return sayings(bench, schema, refusal).reduce((body, change) => {
    const said = change(body);
    return bench.options.judge.accepts(model, said) ? said : body;
  }, example);
}

/** A body as bytes, with its type. */
export const jsonBody = (
  value: JsonValue,
  mediaType = 'application/json',
): { headers: Record<string, string>; body: Buffer } => ({
  headers: { 'content-type': mediaType },
  body: Buffer.from(stringifyJson(value), 'utf8'),
});

/** The headers that a response must have, with plain values. */
export function requiredHeaders(bench: Bench, response: Response): Record<string, string> {
  const required = response.headers.filter((header) => header.required);
  return Object.fromEntries(
    required.map(({ name, schema }) => {
      const value = bench.options.example(schema);
      return [name.toLowerCase(), typeof value === 'string' ? value : stringifyJson(value)];
    }),
  );
}

/** An error where no operation is known to ask what its errors look like: that of any operation, or a plain one. */
export function plainRefusal(bench: Bench, refusal: Refusal): Answer {
  const { operations } = bench.contract;
  const speaks = (operation: Operation, status: string): boolean => named(operation, status)?.schema !== undefined;
  const speaking =
    operations.find((operation) => speaks(operation, String(refusal.status))) ??
    operations.find((operation) => refusal.status < 500 && speaks(operation, '400'));
  if (speaking !== undefined) return refused(bench, speaking, refusal);
  return { status: refusal.status, ...jsonBody({ message: refusal.message ?? 'The call is refused' }) };
}

/** The answer of an operation that says no, as the contract has it. */
export function refused(bench: Bench, operation: Operation, refusal: Refusal): Answer {
  const found = responseFor(operation, refusal.status);
  if (found === undefined)
    return { status: refusal.status, ...jsonBody({ message: refusal.message ?? 'The call is refused' }) };
  const { response, status } = found;
  const headers = requiredHeaders(bench, response);
  if (response.schema === undefined) return { status, headers };
  const said = jsonBody(errorBody(bench, response.schema, refusal), response.mediaType);
  return { status, body: said.body, headers: { ...headers, ...said.headers } };
}
