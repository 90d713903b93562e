import { generateCases, typicalOf } from '../../cases';
import {
  bodyBytes,
  type Contract,
  type Definitions,
  definitionsSent,
  type JsonValue,
  type Operation,
  parseJson,
  schemaSent,
  successOf,
} from '../../contract';
import { type RequestMaking, sendingProblem } from '../../pact';
import { validatorFor } from '../../validator';

/** A contract whose answer is what an operation is asked: its cases are requests. */
export function asAnswers(contract: Contract, operation: Operation): Contract {
  const success = successOf(operation);
  const { request } = operation;
  if (success === undefined || request === undefined) return { ...contract, operations: [] };
  const definitions = definitionsSent(contract.definitions, 'request');
  const schema = schemaSent(request.schema, 'request');
  const echo = { status: '200', mediaType: request.mediaType, schema, headers: [], states: [] };
  return { ...contract, definitions, operations: [{ ...operation, responses: [echo] }], rules: [], fixed: [] };
}

/** Bodies that an operation may be sent, those of all edges of its schema. */
function* bodiesOf(contract: Contract, operation: Operation): Generator<JsonValue> {
  const requests = asAnswers(contract, operation);
  if (requests.operations.length === 0) return;
  for (const one of generateCases(requests, { mode: 'edge', verdict: 'accept', seed: 1 }))
    yield parseJson(bodyBytes(one).toString('utf8'));
}

/** What requests of a contract are made with: each is held to the validator before it is used. */
export function requestMaking(contract: Contract): RequestMaking {
  const validator = validatorFor(contract);
  return {
    typical: typicalOf,
    accepts: (schema, definitions: Definitions, value) => validator.sendable({ schema, definitions }, value),
    bodies: (operation) => bodiesOf(contract, operation),
  };
}

/** The operations of which no request can be made, with the reason. */
export function unsendableIn(contract: Contract, making = requestMaking(contract)): ReadonlyMap<string, string> {
  const problems = contract.operations.flatMap((operation) => {
    const reason = sendingProblem(contract, operation, making);
    return reason === undefined ? [] : [[operation.id, reason] as const];
  });
  return new Map(problems);
}
