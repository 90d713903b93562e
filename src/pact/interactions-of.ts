import {
  bodyBytes,
  type Case,
  type Contract,
  ContractError,
  definitionsSent,
  fits,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Operation,
  parseJson,
  type Response,
  schemaSent,
  statusCode,
  successOf,
  withoutNul,
} from '../contract';
import { cannotCarryBody } from './cannot-carry';
import { departFrom } from './departure';
import { exampleOf, type Typical } from './example';
import type { Interaction, InteractionResponse, MatchedText } from './interaction';
import { level } from './level';
import { matchingRules } from './matchers';
import { mediaTypeHeader, requestOf } from './request';
import { speakable } from './speakable';
import { stateOf } from './state';
import { requestPointers, type Sources } from './template';
import { only, type Update, updateTo, writableIn } from './update';

/** What the interactions of one operation are made from. */
interface Work {
  readonly contract: Contract;
  readonly operation: Operation;
  readonly answers: readonly JsonObject[];
  readonly typical: Typical;
}

/** One interaction to make: an answer, and what it is called. */
interface Wanted {
  readonly response: Response;
  readonly body: JsonValue | undefined;
  readonly name: string;
  readonly row: number;
  readonly caseId?: string;
}

function bodyOf(testCase: Case): JsonValue {
  const body = parseJson(bodyBytes(testCase).toString('utf8'));
  const reason = cannotCarryBody(body);
  if (reason === undefined) return body;
  throw new ContractError(`no pact can carry the case ${testCase.id}: ${reason}`, {
    where: testCase.id,
    next: 'Leave the case out: cannotCarry tells beforehand.',
  });
}

const neededBy = (response: Response): string[] =>
  response.states
    .flatMap(({ params }) => requestPointers(params ?? {}))
    .map((pointer) => pointer.split('/')[1])
    .filter((name) => name !== undefined);

/**
 * What an operation without update semantics sends: the least that its schema allows, and what the answer has of it, so
 * that a service which keeps what it is sent answers just so.
 */
function plainRequest({ contract, operation, typical }: Work, answer: JsonValue | undefined): JsonValue | undefined {
  if (operation.request === undefined) return undefined;
  const schema = schemaSent(operation.request.schema, 'request');
  const definitions = definitionsSent(contract.definitions, 'request');
  const least = exampleOf(schema, definitions, typical);
  if (answer === undefined || !isJsonObject(answer) || !isJsonObject(least)) return least;
  const sent = { ...least, ...only(answer, writableIn(answer, { contract, operation })) };
  return fits(schema, definitions, sent) ? sent : least;
}

function updateFor(work: Work, wanted: Wanted, answer: JsonValue | undefined): Update | undefined {
  if (work.operation.update === undefined || answer === undefined) return undefined;
  return updateTo(answer, { ...work, row: wanted.row, needed: neededBy(wanted.response) });
}

function responseOf(work: Work, wanted: Wanted, update: Update | undefined): InteractionResponse {
  const { contract } = work;
  const { response } = wanted;
  const status = statusCode(response.status);
  if (response.schema === undefined || wanted.body === undefined)
    return { status, headers: headersOf(work, response), rules: [] };
  const isAnswer = wanted.caseId !== undefined;
  const model = { schema: response.schema, definitions: contract.definitions };
  const body = level(speakable(wanted.body, model));
  const rules = matchingRules(body, {
    schema: response.schema,
    definitions: contract.definitions,
    fixed: isAnswer ? contract.fixed : [],
    written: isAnswer ? (update?.written ?? []) : [],
  });
  return { status, headers: headersOf(work, response), body, rules };
}

function headersOf({ contract, typical }: Work, response: Response): { [name: string]: MatchedText } {
  const required = response.headers
    .filter((header) => header.required)
    .map((header) => [
      header.name,
      { value: String(exampleOf(header.schema, contract.definitions, typical)), regex: '^.*$' },
    ]);
  const type = response.mediaType === undefined ? {} : { 'Content-Type': mediaTypeHeader(response.mediaType) };
  return { ...Object.fromEntries(required), ...type };
}

function interactionOf(work: Work, wanted: Wanted): Interaction {
  const { contract, operation } = work;
  const answer = wanted.caseId === undefined ? work.answers[0] : wanted.body;
  const update = updateFor(work, wanted, answer);
  const valid = update?.request ?? plainRequest(work, answer);
  const spoilt = wanted.response.provokedBy === 'invalid request' ? departed(work, valid) : valid;
  const sources: Sources = { before: update?.before ?? answer, request: spoilt, response: wanted.body };
  const request = requestOf(work, wanted.response, sources);
  const around: Sources = { ...sources, path: request.pathParameters };
  return {
    id: `${operation.id} ${wanted.response.status} ${wanted.name}`,
    consumer: contract.consumer,
    provider: contract.provider,
    operation: operation.id,
    ...(wanted.caseId === undefined ? {} : { caseId: wanted.caseId }),
    states: wanted.response.states.map((state) => stateOf(state, around)),
    request,
    response: responseOf(work, wanted, update),
  };
}

const departed = ({ contract, operation }: Work, valid: JsonValue | undefined): JsonValue | undefined =>
  operation.request === undefined || valid === undefined
    ? valid
    : (departFrom(schemaSent(operation.request.schema, 'request'), contract.definitions, valid) ?? valid);

const exampleBody = ({ contract, typical }: Work, { schema }: Response): JsonValue | undefined =>
  schema === undefined ? undefined : exampleOf(schema, contract.definitions, typical);

/** Answers that some state leads to, or that no state needs to: an operation without states still has its success. */
function otherAnswers(work: Work): Wanted[] {
  const success = successOf(work.operation);
  return work.operation.responses
    .filter((response) => response !== success && response.states.length > 0)
    .map((response) => ({
      response,
      body: exampleBody(work, response),
      name: response.provokedBy ?? response.states.at(-1)?.name ?? 'answer',
      row: 0,
    }));
}

/** A success without a body is one interaction, where a state leads to it. */
const withoutBody = (success: Response | undefined): Wanted[] =>
  success === undefined || success.schema !== undefined || success.states.length === 0
    ? []
    : [{ response: success, body: undefined, name: 'without a body', row: 0 }];

/** The body of a case as a state can set it up; as it is, where its schema demands just that. */
function settable(testCase: Case, { schema }: Response, { definitions }: Contract): JsonValue {
  const body = bodyOf(testCase);
  const stored = withoutNul(body);
  return schema !== undefined && fits(schema, definitions, stored) ? stored : body;
}

function operationInteractions(
  contract: Contract,
  operation: Operation,
  cases: readonly Case[],
  typical: Typical,
): Interaction[] {
  const success = successOf(operation);
  const bodies = cases.map((one) => (success === undefined ? bodyOf(one) : settable(one, success, contract)));
  const answers = bodies.filter(isJsonObject);
  const work: Work = { contract, operation, answers, typical };
  const rows = success?.schema === undefined ? [] : cases;
  const accepted = rows.map(
    (testCase, row): Wanted => ({
      response: success as Response,
      body: bodies[row],
      name: testCase.id,
      row,
      caseId: testCase.id,
    }),
  );
  return [...accepted, ...withoutBody(success), ...otherAnswers(work)].map((wanted) => interactionOf(work, wanted));
}

/** The cases of an operation's successful answer: the same for all, or by operation where their models differ. */
export type CasesOf = readonly Case[] | ((operation: Operation) => readonly Case[]);

/**
 * The interactions that a consumer and a provider agree on: one for each accept case of each operation's successful
 * answer, and one for each other status that a state leads to.
 * @param typical gives what a request, a parameter or an error says where its schema is narrow.
 * @throws ContractError for a case that no pact can carry.
 */
export function interactionsOf(contract: Contract, cases: CasesOf, typical: Typical = () => undefined): Interaction[] {
  const sendable = contract.operations.filter(({ unsendable }) => unsendable === undefined);
  return sendable.flatMap((operation) =>
    operationInteractions(contract, operation, typeof cases === 'function' ? cases(operation) : cases, typical),
  );
}
