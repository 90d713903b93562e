import { generateCases } from '../../cases';
import { type Case, type Contract, type Operation, successOf } from '../../contract';
import { requestOf, stateOf } from '../../pact';
import { type CallFor, type Exploration, explore, Performer, type Reference, type VerifyOptions } from '../../provider';

/** How much is explored, and with what. */
export interface ExploredOptions {
  /** How many updates. */
  readonly count: number;
  readonly seed: number;
}

/** Cases whose bodies are requests: those of a contract that answers with what the operation is asked. */
function requestsOf(contract: Contract, operation: Operation): Contract {
  const success = successOf(operation);
  const { request } = operation;
  if (success === undefined || request === undefined) return { ...contract, operations: [] };
  const echo = { status: '200', mediaType: request.mediaType, schema: request.schema, headers: [], states: [] };
  return { ...contract, operations: [{ ...operation, responses: [echo] }], rules: [], fixed: [] };
}

/** The covering rows, then others without end, as far as they are asked for. */
function* acceptCases(contract: Contract, operationId: string, seed: number): Generator<Case> {
  const options = { operationId, verdict: 'accept', seed } as const;
  yield* generateCases(contract, { ...options, mode: 'covering' });
  yield* generateCases(contract, { ...options, mode: 'random', count: Infinity });
}

const callFor =
  (contract: Contract): CallFor =>
  (operation, response, { before, request }) => {
    if (response.states.length === 0) return undefined;
    const sources = { before, request, response: undefined };
    const states = response.states.map((state) => {
      const { name, params = {} } = stateOf(state, sources);
      return { name, params };
    });
    return { states, request: requestOf(contract, operation, response, sources) };
  };

/** Explores a live service beyond the pacts, by states and requests made from its contract. */
export function explored(
  reference: Reference,
  verifying: VerifyOptions,
  options: ExploredOptions,
): Promise<Exploration> {
  const { contract } = reference;
  const { count, seed } = options;
  return explore({
    reference,
    performer: new Performer(verifying),
    callFor: callFor(contract),
    answersOf: ({ id }) => acceptCases(contract, id, seed),
    requestsOf: (operation, verdict) => {
      const requests = requestsOf(contract, operation);
      if (verdict === 'accept') return acceptCases(requests, operation.id, seed + 1);
      return generateCases(requests, { operationId: operation.id, mode: 'edge', verdict, seed });
    },
    count,
    turnedOff: verifying.turnedOff,
    mask: verifying.mask,
    signal: verifying.signal,
  });
}
