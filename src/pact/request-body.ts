import {
  type Contract,
  definitionsSent,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Model,
  type Operation,
  schemaSent,
  sentPart,
} from '../contract';
import { exampleOf } from './example';
import type { RequestMaking } from './making';
import { membersOf } from './members';
import { only, writableIn } from './update';

/** What the body of a request is made from. */
export interface BodyContext {
  readonly contract: Contract;
  readonly operation: Operation;
  readonly making: RequestMaking;
}

/** So many bodies are tried where none of the usual ones is allowed. */
const MOST_TRIED = 200;

/** Whether the validator takes a body for one that may be sent. */
export function isSendable({ contract, operation, making }: BodyContext, body: JsonValue): boolean {
  if (operation.request === undefined) return false;
  const schema = schemaSent(operation.request.schema, 'request');
  return making.accepts(schema, definitionsSent(contract.definitions, 'request'), body);
}

/** The members of an answer that a request may have, as they go into one. */
export function mirrored(answer: JsonValue | undefined, context: BodyContext): JsonObject {
  const { contract, operation } = context;
  if (answer === undefined || !isJsonObject(answer) || operation.request === undefined) return {};
  const part = sentPart(answer, operation.request.schema, contract.definitions);
  if (!isJsonObject(part)) return {};
  // What a PUT leaves out is gone from the resource (RFC 9110, section 9.3.4), and could not be in the answer.
  const isWhole = operation.method === 'PUT' && operation.update === undefined;
  return isWhole ? part : only(part, writableIn(part, context));
}

/** As many members of the mirror as are allowed together, on top of the least. */
function mostOf(least: JsonObject, mirror: JsonObject, context: BodyContext): JsonObject {
  return Object.entries(mirror).reduce<JsonObject>((body, [name, value]) => {
    const more = Object.fromEntries([...Object.entries(body), [name, value]]);
    return isSendable(context, more) ? more : body;
  }, least);
}

/** Without what an example has beside it: of what is created, what its row has not is not there. */
function neededOf(least: JsonObject, model: Model): JsonObject {
  const needed = membersOf(model).filter(({ required }) => required);
  return only(
    least,
    needed.map(({ name }) => name),
  );
}

/** Bodies from the one that says most of the answer to the one that says least. */
function* candidates(answer: JsonValue | undefined, context: BodyContext): Generator<JsonValue> {
  const { contract, operation, making } = context;
  if (operation.request === undefined) return;
  const definitions = definitionsSent(contract.definitions, 'request');
  const schema = schemaSent(operation.request.schema, 'request');
  const least = exampleOf(schema, definitions, making.typical);
  const mirror = mirrored(answer, context);
  if (isJsonObject(least)) {
    if (operation.creates === true) yield { ...neededOf(least, { schema, definitions }), ...mirror };
    yield { ...least, ...mirror };
    yield mostOf(least, mirror, context);
    yield mirror;
    yield mostOf({}, mirror, context);
  }
  yield least;
  const typical = making.typical({ schema, definitions });
  if (typical !== undefined) yield typical;
  let left = MOST_TRIED;
  for (const body of making.bodies(operation)) {
    if (left === 0) return;
    left -= 1;
    yield body;
  }
}

/**
 * The body that an operation is sent: the least that its schema allows, and what the answer has of it, so that a service
 * which keeps what it is sent answers just so. `undefined` where none is needed, or none is found.
 */
export function requestBody(answer: JsonValue | undefined, context: BodyContext): JsonValue | undefined {
  for (const body of candidates(answer, context)) if (isSendable(context, body)) return body;
  return undefined;
}

/** Why no body of an operation can be sent; `undefined` where one can, or need not be. */
export function bodyProblem(context: BodyContext): string | undefined {
  const { request } = context.operation;
  if (request === undefined || !request.required) return undefined;
  return requestBody(undefined, context) === undefined ? 'no body that its request allows was found' : undefined;
}
