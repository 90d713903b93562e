import type { ContractSource, JsonSchema, OperationSource } from '../../contract';
import type { Example } from '../rule';

const contract = (operation: Partial<OperationSource>, over: Partial<ContractSource> = {}): ContractSource => ({
  version: 1,
  name: 'example',
  consumer: 'web',
  provider: 'users',
  models: {},
  operations: {
    updateUser: { method: 'PUT', path: '/user', responses: { '200': { schema: { type: 'object' } } }, ...operation },
  },
  ...over,
});

/** An example of an answer's body. */
export const inResponse = (before: JsonSchema, after: JsonSchema): Example => {
  const answering = (schema: JsonSchema): ContractSource => contract({ responses: { '200': { schema } } });
  return { before, after, contracts: [answering(before), answering(after)] };
};

/** An example of a request's body. */
export const inRequest = (before: JsonSchema, after: JsonSchema): Example => {
  const taking = (schema: JsonSchema): ContractSource => contract({ request: { schema } });
  return { before, after, contracts: [taking(before), taking(after)] };
};

/** An example of an operation. */
export const inOperation = (before: Partial<OperationSource>, after: Partial<OperationSource>): Example => ({
  before,
  after,
  contracts: [contract(before), contract(after)],
});

/** An example of a contract as a whole. */
export const inContract = (before: Partial<ContractSource>, after: Partial<ContractSource>): Example => ({
  before,
  after,
  contracts: [contract({}, before), contract({}, after)],
});

/** An object with these members, all of them required where nothing else is said. */
export const object = (
  properties: { readonly [name: string]: JsonSchema },
  required: readonly string[] = Object.keys(properties),
  rest: Pick<JsonSchema, 'additionalProperties' | 'minProperties' | 'maxProperties'> = {},
): JsonSchema => ({ type: 'object', properties, ...(required.length > 0 ? { required } : {}), ...rest });

/** The plainest schemas of examples. */
export const STRING = { type: 'string' } as const satisfies JsonSchema;
/** Any whole number. */
export const INTEGER = { type: 'integer' } as const satisfies JsonSchema;

/** Of an object that takes no other members. */
export const CLOSED = { additionalProperties: false } as const;
