import { keyText, type Operation, schemaSent, successOf } from '../contract';

/** The same text for operations whose successful answers are alike: they have one schema, and depend on requests in one way. */
export function likenessOf(operation: Operation): string {
  const schema = successOf(operation)?.schema;
  return keyText([schema === undefined ? undefined : schemaSent(schema, 'response'), operation.update]);
}
