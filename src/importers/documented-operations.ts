import type { ContractSource, OperationSource, ParameterSource, ResponseSource } from '../contract';

/** Operations by id, as a document says them: `operations` of `model.ts`. */
export type DocumentedOperations = ContractSource['operations'];

const eachOf = <T>(members: Readonly<Record<string, T>>, change: (member: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(members).map(([name, member]) => [name, change(member)]));

const documentedParameter = ({ value: _, ...parameter }: ParameterSource): ParameterSource => parameter;

const documentedResponse = ({ states: _, provokedBy: __, ...response }: ResponseSource): ResponseSource => response;

const documented = ({ creates: _, parameters, responses, ...operation }: OperationSource): OperationSource => ({
  ...operation,
  ...(parameters === undefined ? {} : { parameters: eachOf(parameters, documentedParameter) }),
  responses: eachOf(responses, documentedResponse),
});

/** Operations without what a contract adds to them: states, and where values of parameters come from. Stand-ins are none. */
export const documentedOperations = (operations: DocumentedOperations): DocumentedOperations =>
  Object.fromEntries(
    Object.entries(operations).flatMap(([id, operation]) =>
      operation.isStandIn === true ? [] : [[id, documented(operation)] as const],
    ),
  );
