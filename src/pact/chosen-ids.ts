import {
  type Contract,
  definitionsSent,
  type Operation,
  type Parameter,
  schemaSent,
  withoutLastSlash,
} from '../contract';
import { stateValueName } from './from-state';
import { membersOf } from './members';

/** The operation that creates items of the collection before the last place of a path. */
const creating = ({ operations }: Contract, { path }: Operation): Operation | undefined => {
  const collection = withoutLastSlash(path).replace(/\/\{[^{}/]+\}$/, '');
  return operations.find((one) => one.method === 'POST' && withoutLastSlash(one.path) === collection);
};

/** The members by which a parameter may name the resource. */
function namesOf({ name, value }: Parameter): readonly string[] {
  if (value === undefined) return ['id', name];
  if (typeof value !== 'object' || value === null || !('$from' in value)) return [];
  const { $from, pointer = '' } = value as { readonly $from: unknown; readonly pointer?: string };
  return $from === 'before' ? [pointer.slice(1)] : [];
}

/** Whether a parameter names the resource by a member that its creation cannot be sent: the service chooses it. */
function isChosen(parameter: Parameter, operation: Operation, contract: Contract): boolean {
  const names = namesOf(parameter);
  if (names.length === 0 || !withoutLastSlash(operation.path).endsWith(`/{${parameter.name}}`)) return false;
  const create = creating(contract, operation);
  if (create?.request === undefined) return false;
  const schema = schemaSent(create.request.schema, 'request');
  const members = membersOf({ schema, definitions: definitionsSent(contract.definitions, 'request') });
  return members.length > 0 && members.every(({ name }) => !names.includes(name));
}

/**
 * The name of the value of a state's setup that stands in a path in place of the one that was planned; `undefined` where
 * none does. Ids that the service chooses are given by the setup, under the name of the parameter.
 */
export const pathValueName = (parameter: Parameter, operation: Operation, contract: Contract): string | undefined =>
  stateValueName(parameter.value) ?? (isChosen(parameter, operation, contract) ? parameter.name : undefined);
