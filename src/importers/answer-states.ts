import type { OperationSource, ResponseSource, StateTemplate } from '../contract';
import { mainStatus } from './main-status';

type Operations = Readonly<Record<string, OperationSource>>;

/** What a provider is asked for before an operation succeeds: the answer that is expected, where there is one. */
const stateOf = (id: string, { schema }: ResponseSource): StateTemplate =>
  schema === undefined
    ? { name: `${id} succeeds` }
    : { name: `${id} answers as given`, params: { answer: { $from: 'response' } } };

function withState(id: string, operation: OperationSource): OperationSource {
  const status = mainStatus(operation);
  const main = status === undefined ? undefined : operation.responses[status];
  if (status === undefined || main === undefined || main.states !== undefined) return operation;
  return { ...operation, responses: { ...operation.responses, [status]: { ...main, states: [stateOf(id, main)] } } };
}

/** Operations of a document, which names no states: each has one that leads to its successful answer. */
export const withAnswerStates = (operations: Operations): Operations =>
  Object.fromEntries(Object.entries(operations).map(([id, operation]) => [id, withState(id, operation)]));
