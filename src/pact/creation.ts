import {
  type Definitions,
  definitionsSent,
  fits,
  fromPointer,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Operation,
  type Property,
  replaceAt,
  schemaSent,
  successOf,
  toPointer,
} from '../contract';
import { membersOf } from './members';
import type { BodyContext } from './request-body';
import { placesWithin, type RequestPlace } from './request-place';

/** The members that a request of an operation may have. */
export function sentMembers({ contract, operation }: Omit<BodyContext, 'making'>): ReadonlyMap<string, Property> {
  if (operation.request === undefined) return new Map();
  const schema = schemaSent(operation.request.schema, 'request');
  const members = membersOf({ schema, definitions: definitionsSent(contract.definitions, 'request') });
  return new Map(members.map((member) => [member.name, member]));
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
const NEEDED = 'the request must have it';
const SET_BY_SERVICE = 'the service sets it by itself: no request and no state has a say in it';

/** A place of an answer, as far as it matters to what creates. */
interface AnswerPlace {
  readonly pointer: string;
  readonly optional?: boolean;
}

/** What the requests that create may write. */
export interface Written {
  readonly members: ReadonlyMap<string, Property>;
  readonly definitions: Definitions;
  /** Whether a value can be sent at one of these places, and every service keeps it. */
  readonly isTaken: (place: RequestPlace, isMember: boolean) => boolean;
}

/**
 * Why a class is not varied in the answer to an operation that creates: of what no request writes the plainest value
 * stands, and what need not be there is left to the service.
 */
export function beyondRequest(
  operation: Operation,
  { members, definitions, isTaken }: Written,
  { pointer, optional }: AnswerPlace,
  className: string,
): string | undefined {
  const [root] = fromPointer(pointer);
  if (operation.creates !== true || root === undefined) return undefined;
  const isAbsent = optional === true && className === 'absent';
  const member = members.get(root);
  const inner = pointer.split('/').slice(2);
  const places = member === undefined ? [] : placesWithin(member, inner, definitions);
  if (places.length === 0) return isAbsent ? undefined : SET_BY_SERVICE;
  if (isAbsent) return places.every(({ required }) => required) ? NEEDED : undefined;
  const isMember = inner.every((segment) => segment.startsWith('|'));
  return places.some((place) => isTaken(place, isMember)) ? undefined : NOT_TAKEN;
}
