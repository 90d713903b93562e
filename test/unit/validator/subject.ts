import userUpdateResp from '../../../contracts/user-update-resp/contract';
import {
  type Contract,
  defineContract,
  type JsonSchema,
  type JsonValue,
  type Model,
  normalise,
  type WireNames,
} from '../../../src/contract';

/** The contract that the project starts from. */
export const userContract = (wireNames: WireNames = 'documented'): Contract =>
  defineContract(userUpdateResp, { wireNames });

/** A user with the required members alone. */
export const leastUser = {
  id: '01619571e2e90242ac12000600000000',
  etag: 'v1',
  email: 'ada@example.org',
  status: 'ACTIVE',
  accountId: '01619571e2e90242ac12000600000001',
  object: 'user',
} as const satisfies JsonValue;

/** A model of plain JSON Schemas. */
export const modelOf = (schema: JsonSchema, definitions: Record<string, JsonSchema> = {}): Model => ({
  schema: normalise(schema),
  definitions: Object.fromEntries(Object.entries(definitions).map(([name, inner]) => [name, normalise(inner)])),
});
