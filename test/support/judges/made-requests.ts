import { pactInteractions } from '../../../src/app/pacts/plan';
import { type Contract, type Operation, stringifyJson } from '../../../src/contract';
import type { Interaction } from '../../../src/pact';
import { AnswerJudge } from './answer-judge';
import type { Raw } from './document-parts';
import { type HttpRequest, RequestJudge } from './request-judge';

/** The requests and answers that were made of a document, and what its judges say of them. */
export interface Judged {
  readonly operations: number;
  readonly requests: number;
  /** Answers with a body that the requests expect. */
  readonly answers: number;
  /** Different requests. */
  readonly distinct: number;
  readonly disagreements: readonly string[];
  /** Answers that the judge cannot reckon with: ajv finds no multiples beyond 2^53. */
  readonly excused: number;
}

const textsOf = (texts: Interaction['request']['headers']): [string, string][] =>
  Object.entries(texts).map(([name, { value }]) => [name, value]);

/** The request of an interaction as it goes over the wire. */
export const httpRequest = ({ request }: Interaction): HttpRequest => ({
  method: request.method,
  path: request.path,
  query: Object.entries(request.query).flatMap(([name, texts]) =>
    texts.map(({ value }): [string, string] => [name, value]),
  ),
  headers: Object.fromEntries(textsOf(request.headers).map(([name, value]) => [name.toLowerCase(), value])),
  ...(request.body === undefined ? {} : { body: stringifyJson(request.body) }),
});

const escaped = (path: string): string => path.replaceAll('~', '~0').replaceAll('/', '~1');

/** Where an operation of a contract stands in its document, and what stands before its path there. */
export function placeOf(document: Raw, { method, path }: Operation): { pointer: string; base: string } | undefined {
  const paths = Object.keys((document['paths'] ?? {}) as Raw)
    .filter((name) => path.endsWith(name.split('?')[0] as string))
    .sort((left, right) => right.length - left.length);
  const found = paths.find((name) => method.toLowerCase() in ((document['paths'] as Raw)[name] as Raw));
  if (found === undefined) return undefined;
  const base = path.slice(0, path.length - (found.split('?')[0] as string).length);
  return { pointer: `/paths/${escaped(found)}/${method.toLowerCase()}`, base };
}

function disagreementsOf(
  judge: RequestJudge,
  place: { pointer: string; base: string },
  operation: Operation,
  one: Interaction,
): string[] {
  const departures = judge.departures(place.pointer, place.base, httpRequest(one));
  const isToBeRefused = operation.responses.some(
    ({ status, provokedBy }) => provokedBy === 'invalid request' && one.id.startsWith(`${operation.id} ${status} `),
  );
  if (isToBeRefused && departures.length === 1) return [];
  if (isToBeRefused) return [`${one.id}: departs in ${departures.length} places instead of one`];
  return departures.map(({ place: where, problem }) => `${one.id}: ${where} ${problem}`);
}

const isHuge = (value: unknown): boolean =>
  typeof value === 'number'
    ? Math.abs(value) > Number.MAX_SAFE_INTEGER
    : typeof value === 'object' && value !== null && Object.values(value).some(isHuge);

const isExcused = ({ response: { body } }: Interaction): boolean => body !== undefined && isHuge(body);

/** What a judge of answers says of the answer that an interaction expects. */
function answerProblems(judge: AnswerJudge, pointer: string, { id, response }: Interaction): string[] {
  const contentType = response.headers['Content-Type']?.value ?? '';
  const problem = judge.problem(pointer, { status: response.status, contentType, body: response.body });
  return problem === undefined ? [] : [`${id}: the answer ${problem}`];
}

/**
 * Makes the pacts of a contract, and holds each of their requests and answers to the document that the contract was read
 * from.
 */
export function judgedRequests(document: Raw, contract: Contract): Judged {
  const judge = new RequestJudge(document);
  const answers = new AnswerJudge(document);
  const interactions = pactInteractions(contract);
  const found = contract.operations.flatMap((operation) => {
    const place = placeOf(document, operation);
    if (place === undefined) return [];
    const own = interactions.filter((one) => one.operation === operation.id);
    return own.map((one) => ({
      one,
      lines: disagreementsOf(judge, place, operation, one),
      answered: answerProblems(answers, place.pointer, one),
    }));
  });
  const refused = found.filter(({ answered }) => answered.length > 0);
  return {
    operations: contract.operations.length,
    requests: found.length,
    answers: found.filter(({ one }) => one.response.body !== undefined).length,
    distinct: new Set(found.map(({ one }) => JSON.stringify([one.operation, httpRequest(one)]))).size,
    disagreements: [
      ...found.flatMap(({ lines }) => lines),
      ...refused.flatMap(({ one, answered }) => (isExcused(one) ? [] : answered)),
    ],
    excused: refused.filter(({ one }) => isExcused(one)).length,
  };
}
