import { type Contract, type MainResponse, successfulResponses } from '../contract';
import { Failure } from '../result';

/**
 * The successful answer that a contract is about.
 * @throws Failure (usage) where there is none, or no such operation.
 */
export function mainResponse(contract: Contract, operationId?: string): MainResponse {
  const responses = successfulResponses(contract);
  const found = responses.find(({ operation }) => operationId === undefined || operation.id === operationId);
  if (found !== undefined) return found;
  const known = responses.map(({ operation }) => operation.id).join(', ') || 'none';
  throw new Failure(
    'usage',
    `${contract.name} has no operation${operationId === undefined ? '' : ` ${operationId}`} with a successful answer that has a body`,
    `Operations with one: ${known}.`,
  );
}
