import { pactInteractions } from '../../../src/app/pacts/plan';
import { type Contract, type Operation, stringifyJson } from '../../../src/contract';
import type { Interaction } from '../../../src/pact';
import type { Raw } from './document-parts';
import { type HttpRequest, RequestJudge } from './request-judge';

/** What was made of a document's requests, and what its judge says of them. */
export interface Judged {
  readonly operations: number;
  readonly requests: number;
  /** Different ones. */
  readonly distinct: number;
  readonly disagreements: readonly string[];
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

/** Makes the pacts of a contract, and holds each of their requests to the document that the contract was read from. */
export function judgedRequests(document: Raw, contract: Contract): Judged {
  const judge = new RequestJudge(document);
  const interactions = pactInteractions(contract);
  const found = contract.operations.flatMap((operation) => {
    const place = placeOf(document, operation);
    const own = interactions.filter((one) => one.operation === operation.id);
    return place === undefined ? [] : own.map((one) => ({ one, lines: disagreementsOf(judge, place, operation, one) }));
  });
  return {
    operations: contract.operations.length,
    requests: found.length,
    distinct: new Set(found.map(({ one }) => JSON.stringify([one.operation, httpRequest(one)]))).size,
    disagreements: found.flatMap(({ lines }) => lines),
  };
}
