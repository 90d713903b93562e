import { type Contract, type MainResponse, successfulResponses } from '../contract';
import { Failure, nextAfter } from '../result';

/**
 * The successful answer that a contract is about.
 * @throws Failure (usage) where there is none, or no such operation.
 */
export function mainResponse(contract: Contract, operationId?: string): MainResponse {
  const responses = successfulResponses(contract);
  const found = responses.find(({ operation }) => operationId === undefined || operation.id === operationId);
  if (found !== undefined) return found;
  const known = responses.map(({ operation }) => operation.id);
  throw new Failure(
    'usage',
    `${contract.name} has no operation${operationId === undefined ? '' : ` ${operationId}`} with a successful answer that has a body`,
    nextAfter(operationId ?? '', known, `Operations with one: ${known.join(', ') || 'none'}.`),
  );
}
