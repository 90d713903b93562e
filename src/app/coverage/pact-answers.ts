import { type Contract, type JsonValue, operationOf, successfulResponses } from '../../contract';
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
