import { type Contract, type Operation, type Property, resolve, successOf } from '../contract';

/** The members that the successful answer of an operation declares. */
export function declaredMembers(operation: Operation, contract: Contract): readonly Property[] {
  const schema = successOf(operation)?.schema;
  if (schema === undefined) return [];
  const target = resolve(schema, contract.definitions);
  return target.kind === 'object' ? target.properties : [];
}
