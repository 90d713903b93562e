import { startLiveService } from '../../../src/app/live-service';
import { explored } from '../../../src/app/verify/explored';
import type { Contract } from '../../../src/contract';
import { type Exchange, maskOf, statesByUrl } from '../../../src/provider';
import { validatorFor } from '../../../src/validator';
import type { Raw } from './document-parts';
import { placeOf } from './made-requests';
import { type Departure, type HttpRequest, RequestJudge } from './request-judge';

/** The requests of an exploration, and those that its document judges otherwise than the service did. */
export interface JudgedExploration {
  readonly accepted: number;
  readonly refused: number;
  readonly disagreements: readonly string[];
}

/** A request as it went over the wire, read for its judge. */
function sentRequest({ request: { method, target, headers, body } }: Exchange): HttpRequest {
  const url = new URL(target, 'http://service');
  const fields = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]);
  return {
    method,
    path: url.pathname,
    query: [...url.searchParams],
    headers: Object.fromEntries(fields),
    ...(body.length === 0 ? {} : { body: body.toString('utf8') }),
  };
}

/** Statuses of refusals that say nothing against the request itself: who calls, what is there, what another one has. */
const ABOUT_SOMETHING_ELSE: readonly number[] = [401, 403, 404, 409];

/** Why a document judges a request otherwise than the service that was made of it. */
function disagreement(status: number, departures: readonly Departure[]): string | undefined {
  const told = departures.map(({ place, problem }) => `${place} ${problem}`).join('; ');
  if (status < 300) return departures.length === 0 ? undefined : `accepted, and not allowed: ${told}`;
  if (ABOUT_SOMETHING_ELSE.includes(status))
    return departures.length < 2 ? undefined : `departs in ${departures.length} places: ${told}`;
  if (departures.length === 1) return undefined;
  return departures.length === 0 ? `refused with ${status}, and allowed` : `departs in several places: ${told}`;
}

/** Explores the service that a contract gives, and holds each request that went out to the contract's document. */
export async function judgedExploration(document: Raw, contract: Contract, count: number): Promise<JudgedExploration> {
  const service = await startLiveService(contract);
  try {
    const verifying = {
      baseUrl: new URL(service.url),
      keeper: statesByUrl(service.statesUrl, { timeoutMs: 10_000, retries: 0 }),
      extraHeaders: {},
      turnedOff: {},
      timeoutMs: 10_000,
      retries: 0,
      mask: maskOf(new Set()),
      referenceFor: () => undefined,
      replayCommand: () => '',
    };
    const { exchanges } = await explored(validatorFor(contract), verifying, { count, seed: 1 });
    return judged(document, contract, exchanges);
  } finally {
    await service.close();
  }
}

function judged(document: Raw, contract: Contract, exchanges: readonly Exchange[]): JudgedExploration {
  const judge = new RequestJudge(document);
  const statuses = exchanges.map(({ response }) => response?.status ?? 0);
  const disagreements = exchanges.flatMap((exchange, index) => {
    const request = sentRequest(exchange);
    const operation = contract.operations.find(
      ({ method, path }) => method === request.method && pathPattern(path).test(request.path),
    );
    const place = operation && placeOf(document, operation);
    if (place === undefined) return [`${request.method} ${request.path} is of no operation`];
    const status = statuses[index] ?? 0;
    const said = disagreement(status, judge.departures(place.pointer, place.base, request));
    return said === undefined ? [] : [`${operation?.id}: ${said}`];
  });
  return {
    accepted: statuses.filter((status) => status < 300).length,
    refused: statuses.filter((status) => status >= 400).length,
    disagreements,
  };
}

const pathPattern = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^{}]+\}/g, '[^/]*')}$`);
