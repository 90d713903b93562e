import { type Contract, type JsonValue, operationOf, statusCode, successfulResponses, successOf } from '../../contract';
import { bodyIn, type ReadPact } from '../../provider';

/** A successful answer as a pact has it. */
export interface PactAnswer {
  readonly id: string;
  readonly operation: string;
  readonly body: JsonValue;
}

/** The successful answers of a contract's operations in pacts, whoever wrote these. */
export function pactAnswers(contract: Contract, pacts: readonly ReadPact[]): PactAnswer[] {
  const statuses = new Map(successfulResponses(contract).map(({ operation, status }) => [operation.id, status]));
  return pacts.flatMap((pact) =>
    pact.interactions.flatMap((interaction): PactAnswer[] => {
      const operation = operationOf(contract, interaction.method, interaction.path)?.id;
      const body = bodyIn(pact, interaction, 'response');
      if (operation === undefined || body === undefined || statuses.get(operation) !== interaction.status) return [];
      return [{ id: interaction.id, operation, body }];
    }),
  );
}

/** The operations whose success has no body and is in pacts, by its status: that is all there is to cover of it. */
export function answeredWithoutBody(contract: Contract, pacts: readonly ReadPact[]): ReadonlySet<string> {
  const statuses = new Map(withoutBody(contract).map(({ id, status }) => [id, status]));
  const calls = pacts.flatMap(({ interactions }) => interactions);
  return new Set(
    calls.flatMap(({ method, path, status }) => {
      const id = operationOf(contract, method, path)?.id;
      return id !== undefined && statuses.get(id) === status ? [id] : [];
    }),
  );
}

/** The operations that succeed without a body, and with which status. */
export const withoutBody = (contract: Contract): { readonly id: string; readonly status: number }[] =>
  contract.operations.flatMap((operation) => {
    const success = successOf(operation);
    return success === undefined || success.schema !== undefined
      ? []
      : [{ id: operation.id, status: statusCode(success.status) }];
  });
