import {
  type Contract,
  isJsonObject,
  type Operation,
  placeNames,
  type StateTemplate,
  withoutLastSlash,
} from '../../contract';
import { type ResourceApi, resourcesOf } from './api';

/** What brings a service into a state, as far as the operations of its contract let suppose. */
export type StatePlan =
  /** A resource is created of a parameter of the state, by the API's own call. */
  | {
      readonly does: 'create';
      readonly api: ResourceApi;
      /** The parameter that is the resource; of a state that says nothing of it, any will do. */
      readonly parameter?: string;
      readonly operation: Operation;
    }
  /** The items of a list are created of the answer that the state is to give. */
  | { readonly does: 'fill'; readonly api: ResourceApi; readonly parameter: string; readonly operation: Operation }
  /** Nothing has to be done: what a call needs is in its request, or is not there. */
  | { readonly does: 'nothing' }
  | { readonly does: 'decline'; readonly reason: string };

/** The parameter of a state that is the whole resource before the call. */
const resourceParameter = ({ params = {} }: StateTemplate): string | undefined =>
  Object.entries(params).find(
    ([, value]) => isJsonObject(value) && value['$from'] === 'before' && value['pointer'] === undefined,
  )?.[0];

const declined = (reason: string): StatePlan => ({ does: 'decline', reason });

/** The parameter of a state that is the answer which it is to give. */
const answerParameter = ({ params = {} }: StateTemplate): string | undefined =>
  Object.entries(params).find(
    ([, value]) => isJsonObject(value) && value['$from'] === 'response' && value['pointer'] === undefined,
  )?.[0];

/** How the items of a list come about. */
function filling(operation: Operation, parameter: string, contract: Contract): StatePlan | undefined {
  const api = resourcesOf(contract).find(({ list }) => list === operation);
  if (api?.create === undefined || placeNames(api.create.path).length > 0) return undefined;
  return { does: 'fill', api, parameter, operation };
}

/** How a resource comes about that an operation reads or changes. */
function creation(operation: Operation, parameter: string | undefined, contract: Contract): StatePlan {
  const api = resourcesOf(contract).find(({ item }) => item === withoutLastSlash(operation.path));
  if (api === undefined) return declined(`the path of ${operation.id} names no item of a collection`);
  const { create } = api;
  if (create === undefined) return declined(`no operation creates what ${operation.id} answers with`);
  const outer = placeNames(create.path)[0];
  if (outer !== undefined)
    return declined(`nothing is known to put into {${outer}} of ${create.method} ${create.path}`);
  return { does: 'create', api, operation, ...(parameter === undefined ? {} : { parameter }) };
}

/** How one state that leads to an answer of an operation comes about. */
function planOf(operation: Operation, status: string, template: StateTemplate, contract: Contract): StatePlan {
  if (status === '401' || status === '404') return { does: 'nothing' };
  const parameter = resourceParameter(template);
  if (parameter !== undefined) return creation(operation, parameter, contract);
  const isSuccess = status.startsWith('2') || status === 'default';
  if (isSuccess && operation.creates === true) return { does: 'nothing' };
  const answer = answerParameter(template);
  const filled = isSuccess && answer !== undefined ? filling(operation, answer, contract) : undefined;
  if (filled !== undefined) return filled;
  if (isSuccess && answer === undefined) return creation(operation, undefined, contract);
  return declined(`no call of the API is known to bring about the answer ${status} of ${operation.id}`);
}

/** The states of a contract, each with what brings it about: of several answers that name it, by the first that can. */
export function statePlans(contract: Contract): ReadonlyMap<string, StatePlan> {
  const plans = new Map<string, StatePlan>();
  for (const operation of contract.operations)
    for (const { status, states } of operation.responses)
      for (const template of states) {
        const known = plans.get(template.name);
        if (known === undefined || known.does === 'decline')
          plans.set(template.name, planOf(operation, status, template, contract));
      }
  return plans;
}
