import type { ContractSource, Direction, JsonSchema, OperationSource } from '../../contract';
import type { Example, SchemaPair } from './row';

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

const carrying = (of: Direction, schema: JsonSchema): ContractSource =>
  contract(of === 'response' ? { responses: { '200': { schema } } } : { request: { schema } });

/** An example of a body that goes one way. */
export const inBody = (of: Direction, [before, after]: SchemaPair): Example => ({
  before,
  after,
  contracts: [carrying(of, before), carrying(of, after)],
});

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

/** An object with one member, before and after. */
export const value = (before: JsonSchema, after: JsonSchema): SchemaPair => [
  object({ value: before }),
  object({ value: after }),
];

/** The plainest schemas of examples. */
export const STRING = { type: 'string' } as const satisfies JsonSchema;
/** Any whole number. */
export const INTEGER = { type: 'integer' } as const satisfies JsonSchema;

/** Of an object that takes no other members. */
export const CLOSED = { additionalProperties: false } as const;
