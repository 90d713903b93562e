import { keyText, type Operation, schemaSent, successOf } from '../contract';
import { listsItems } from './listing';

/** The same text for operations whose successful answers are alike: they have one schema, and depend on requests in one way. */
export function likenessOf(operation: Operation): string {
  const schema = successOf(operation)?.schema;
  const sent = operation.creates === true ? [operation.request?.schema] : [];
  // What lists is covered otherwise than what reads one.
  return keyText([
    listsItems(operation),
    schema === undefined ? undefined : schemaSent(schema, 'response'),
    operation.update,
    ...sent,
  ]);
}
