import {
  bodyBytes,
  type Case,
  type Contract,
  ContractError,
  fits,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Operation,
  otherJson,
  otherJsonSent,
  parseJson,
  type Response,
  schemaSent,
  statusCode,
  successOf,
  withoutNul,
} from '../contract';
import { cannotCarryBody } from './cannot-carry';
import { createdBy, echoed } from './creation';
import { departFrom } from './departure';
import { exampleOf } from './example';
import { addressable } from './in-path';
import type { Interaction, InteractionResponse, MatchedText } from './interaction';
import { level } from './level';
import { coherentRow, listsItems, onItsPage } from './listing';
import { PLAIN_MAKING, type RequestMaking } from './making';
import { matchingRules } from './matchers';
import { parameterProblem } from './parameter-values';
import { type QueryRow, queryRows } from './query-rows';
import { mediaTypeHeader, requestOf } from './request';
import { bodyProblem, isSendable, requestBody } from './request-body';
import { speakable } from './speakable';
import { stateOf } from './state';
import { requestPointers, type Sources } from './template';
import { type Update, updateTo } from './update';

/** What the interactions of one operation are made from. */
interface Work {
  readonly contract: Contract;
  readonly operation: Operation;
  readonly answers: readonly JsonObject[];
  readonly making: RequestMaking;
  /** The media type that is asked for, where it is not the first. */
  readonly accept?: string;
}

/** One interaction to make: an answer, and what it is called. */
interface Wanted {
  readonly response: Response;
  readonly body: JsonValue | undefined;
  readonly name: string;
  readonly row: number;
  readonly caseId?: string;
  /** The optional parameters of its query. */
  readonly query: QueryRow;
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

function updateFor(work: Work, wanted: Wanted, answer: JsonValue | undefined): Update | undefined {
  if (work.operation.update === undefined || answer === undefined) return undefined;
  const isSendableBody = (body: JsonObject): boolean => isSendable(work, body);
  const { typical } = work.making;
  return updateTo(answer, {
    ...work,
    typical,
    row: wanted.row,
    needed: neededBy(wanted.response),
    isSendable: isSendableBody,
  });
}

/** The body as a pact has it: its lists of items that are alike. */
function shownBody({ contract: { definitions } }: Work, { response: { schema }, body }: Wanted): JsonValue | undefined {
  if (schema === undefined || body === undefined) return undefined;
  return level(speakable(body, { schema, definitions }), (one) => fits(schema, definitions, one));
}

function responseOf(work: Work, wanted: Wanted, written: readonly string[]): InteractionResponse {
  const { contract } = work;
  const { response } = wanted;
  const status = statusCode(response.status);
  const body = shownBody(work, wanted);
  if (response.schema === undefined || body === undefined)
    return { status, headers: headersOf(work, response), rules: [] };
  const isAnswer = wanted.caseId !== undefined;
  const rules = matchingRules(body, {
    schema: response.schema,
    definitions: contract.definitions,
    fixed: isAnswer ? contract.fixed : [],
    written: isAnswer ? written : [],
    isListed: isAnswer && listsItems(work.operation),
  });
  const { values } = response;
  const expected = { status, headers: headersOf(work, response), body, rules };
  return values === undefined ? expected : { ...expected, values };
}

function headersOf({ contract, making: { typical } }: Work, response: Response): { [name: string]: MatchedText } {
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
  const isCreated = operation.creates === true && wanted.caseId !== undefined && wanted.body !== undefined;
  const own = isCreated ? shownBody(work, wanted) : wanted.body;
  const answer = wanted.caseId === undefined ? work.answers[0] : own;
  const update = updateFor(work, wanted, answer);
  const valid = update?.request ?? requestBody(answer, work);
  const spoilt = wanted.response.provokedBy === 'invalid request' ? departed(work, valid) : valid;
  const body = isCreated && answer !== undefined ? createdBy(valid, answer, work) : wanted.body;
  const written = isCreated ? echoed(valid, body) : (update?.written ?? []);
  const sources: Sources = { before: update?.before ?? answer, request: spoilt, response: body };
  const request = requestOf(work, wanted.response, sources, wanted.query);
  const around: Sources = { ...sources, path: request.pathParameters };
  return {
    id: `${operation.id} ${wanted.response.status} ${wanted.name}`,
    consumer: contract.consumer,
    provider: contract.provider,
    operation: operation.id,
    ...(wanted.caseId === undefined ? {} : { caseId: wanted.caseId }),
    states: wanted.response.states.map((state) => stateOf(state, around)),
    request,
    response: responseOf(work, { ...wanted, body }, written),
  };
}

const departed = ({ contract, operation }: Work, valid: JsonValue | undefined): JsonValue | undefined =>
  operation.request === undefined || valid === undefined
    ? valid
    : (departFrom(schemaSent(operation.request.schema, 'request'), contract.definitions, valid) ?? valid);

const exampleBody = ({ contract, making: { typical } }: Work, { schema }: Response): JsonValue | undefined =>
  schema === undefined ? undefined : exampleOf(schema, contract.definitions, typical);

const NO_QUERY: QueryRow = new Map();

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
      query: NO_QUERY,
    }));
}

/** Successes that come as another media type of JSON, and those whose request is sent as one. */
function inOtherTypes(work: Work): Interaction[] {
  const { operation } = work;
  const success = successOf(operation);
  if (success === undefined || success.states.length === 0) return [];
  const plain = { row: 0, query: NO_QUERY };
  const answered = otherJson(success).map((other) => {
    const response = { ...success, ...other };
    const wanted = { ...plain, response, body: exampleBody(work, response), name: `as ${other.mediaType}` };
    return interactionOf({ ...work, accept: other.mediaType }, wanted);
  });
  const sent = otherJsonSent(operation).flatMap((other) => {
    const request = { required: true, ...other };
    const own = { ...work, operation: { ...operation, request } };
    if (bodyProblem(own) !== undefined) return [];
    const wanted = {
      ...plain,
      response: success,
      body: exampleBody(work, success),
      name: `sent as ${other.mediaType}`,
    };
    return [interactionOf(own, wanted)];
  });
  return [...answered, ...sent];
}

/** A success without a body is one interaction, where a state leads to it. */
const withoutBody = (success: Response | undefined): Wanted[] =>
  success === undefined || success.schema !== undefined || success.states.length === 0
    ? []
    : [{ response: success, body: undefined, name: 'without a body', row: 0, query: NO_QUERY }];

/** The body of a case as a state can set it up; as it is, where its schema demands just that. */
function settable(testCase: Case, { schema }: Response, { definitions }: Contract): JsonValue {
  const body = bodyOf(testCase);
  const stored = withoutNul(body);
  return schema !== undefined && fits(schema, definitions, stored) ? stored : body;
}

/** What an interaction is called for the optional parameters that its query has. */
const namesIn = (row: QueryRow): string => [...row.keys()].join(', ');

/** So many interactions of an operation are for the optional parameters of its query alone. */
const MOST_FOR_QUERIES = 12;

/**
 * The answers, each with the next of the query's rows; then the rows that are left, each with one of the answers again.
 * What contradicts an answer is not in its row.
 */
function withQueries(answers: readonly Wanted[], work: Work): Wanted[] {
  const rows = queryRows(work);
  const first = answers.map((wanted, index) => ({ ...wanted, query: rows[index % rows.length] ?? NO_QUERY }));
  const again = rows
    .slice(answers.length)
    .slice(0, MOST_FOR_QUERIES)
    .flatMap((query, index) => {
      const wanted = answers[index % answers.length];
      return wanted === undefined
        ? []
        : [{ ...wanted, query, name: `${wanted.name}, with ${namesIn(query)} (row ${answers.length + index + 1})` }];
    });
  return [...first, ...again].map((wanted) =>
    onPage({ ...wanted, query: coherentRow(wanted.query, wanted.body, work) }, work),
  );
}

function onPage(wanted: Wanted, { contract: { definitions }, operation }: Work): Wanted {
  const { schema } = wanted.response;
  if (schema === undefined || wanted.body === undefined) return wanted;
  const isAllowed = (body: JsonValue): boolean => fits(schema, definitions, body);
  return { ...wanted, body: onItsPage(wanted.body, wanted.query, operation, isAllowed) };
}

function operationInteractions(work: Work, cases: readonly Case[], bodies: readonly JsonValue[]): Interaction[] {
  const success = successOf(work.operation);
  const rows = success?.schema === undefined ? [] : cases;
  const accepted = rows.map(
    (testCase, row): Wanted => ({
      response: success as Response,
      body: bodies[row],
      name: testCase.id,
      row,
      caseId: testCase.id,
      query: NO_QUERY,
    }),
  );
  const answers = withQueries([...accepted, ...withoutBody(success)], work);
  return [...[...answers, ...otherAnswers(work)].map((wanted) => interactionOf(work, wanted)), ...inOtherTypes(work)];
}

const ANYTHING = { kind: 'any' } as const;

/** The cases of an operation's successful answer: the same for all, or by operation where their models differ. */
export type CasesOf = readonly Case[] | ((operation: Operation) => readonly Case[]);

/** Why no request of an operation can be made; `undefined` where one can. */
export const sendingProblem = (contract: Contract, operation: Operation, making: RequestMaking): string | undefined =>
  operation.unsendable ??
  parameterProblem({ contract, operation, making }) ??
  bodyProblem({ contract, operation, making });

/**
 * The interactions that a consumer and a provider agree on: one for each accept case of each operation's successful
 * answer, and one for each other status that a state leads to. An operation of which no request can be made has none.
 * @param making what requests are made with.
 * @throws ContractError for a case that no pact can carry.
 */
export function interactionsOf(
  contract: Contract,
  cases: CasesOf,
  making: RequestMaking = PLAIN_MAKING,
): Interaction[] {
  return contract.operations.flatMap((operation) => {
    if (sendingProblem(contract, operation, making) !== undefined) return [];
    const own = typeof cases === 'function' ? cases(operation) : cases;
    const success = successOf(operation);
    const isAnswer = (body: JsonValue): boolean => fits(success?.schema ?? ANYTHING, contract.definitions, body);
    const context = { contract, operation, making };
    const bodies = own.map((one) =>
      success === undefined ? bodyOf(one) : addressable(settable(one, success, contract), context, isAnswer),
    );
    return operationInteractions({ contract, operation, answers: bodies.filter(isJsonObject), making }, own, bodies);
  });
}
