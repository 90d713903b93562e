import {
  definitionsSent,
  fits,
  fromPointer,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Operation,
  replaceAt,
  type Schema,
  schemaSent,
  successOf,
  toPointer,
} from '../contract';
import { membersOf } from './members';
import type { BodyContext } from './request-body';

/** The members that a request of an operation may have. */
export function sentMembers({ contract, operation }: Omit<BodyContext, 'making'>): ReadonlyMap<string, Schema> {
  if (operation.request === undefined) return new Map();
  const schema = schemaSent(operation.request.schema, 'request');
  const members = membersOf({ schema, definitions: definitionsSent(contract.definitions, 'request') });
  return new Map(members.map(({ name, schema: inner }) => [name, inner]));
}

/** What is created, as the request has it: what was sent is there as it was sent, what was not sent is not. */
export function createdBy(request: JsonValue | undefined, answer: JsonValue, context: BodyContext): JsonValue {
  const { contract, operation } = context;
  const schema = successOf(operation)?.schema;
  if (schema === undefined || !isJsonObject(answer) || request === undefined || !isJsonObject(request)) return answer;
  const own = sentMembers(context);
  const names = [...new Set([...Object.keys(answer), ...Object.keys(request)])].filter((name) => own.has(name));
  return names.reduce<JsonValue>((made, name) => {
    const next = replaceAt(made, toPointer([name]), Object.hasOwn(request, name) ? request[name] : undefined);
    return fits(schema, contract.definitions, next) ? next : made;
  }, answer);
}

/** The members that come back as they were sent. */
export const echoed = (request: JsonValue | undefined, answer: JsonValue | undefined): string[] =>
  request === undefined || answer === undefined || !isJsonObject(request) || !isJsonObject(answer)
    ? []
    : Object.keys(request).filter((name) => isSame(request, answer, name));

const isSame = (request: JsonObject, answer: JsonObject, name: string): boolean =>
  Object.hasOwn(answer, name) && JSON.stringify(request[name]) === JSON.stringify(answer[name]);

const NOT_TAKEN = 'the request may not have it, or not every service takes it';
const SET_BY_SERVICE = 'the service sets it by itself: no request and no state has a say in it';

/**
 * Why a class is not varied in the answer to an operation that creates: of what no request writes the plainest value
 * stands, and what need not be there is left to the service.
 */
export function beyondRequest(
  operation: Operation,
  own: ReadonlyMap<string, Schema>,
  site: { readonly pointer: string; readonly optional?: boolean },
  className: string,
  isTaken: (schema: Schema) => boolean,
): string | undefined {
  const [root, ...inner] = fromPointer(site.pointer);
  if (operation.creates !== true || root === undefined) return undefined;
  const written = own.get(root);
  if (written !== undefined) return inner.length > 0 || isTaken(written) ? undefined : NOT_TAKEN;
  return site.optional === true && className === 'absent' ? undefined : SET_BY_SERVICE;
}
