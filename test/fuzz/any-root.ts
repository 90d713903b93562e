import { generateCases } from '../../src/cases';
import {
  type ContractSource,
  defineContract,
  type MainResponse,
  parseJson,
  successfulResponses,
} from '../../src/contract';
import type { FuzzOptions, ParseFunction } from '../../src/fuzz';
import { validatorFor } from '../../src/validator';

const SEED = 3;

/** What is fuzzed of an API whose one answer has this schema; `models` are others that it may refer to. */
export function optionsFor(
  schema: unknown,
  models: Readonly<Record<string, unknown>> = {},
): Omit<FuzzOptions, 'parser'> & { readonly response: MainResponse } {
  const source = {
    version: 1,
    name: 'root',
    consumer: 'a',
    provider: 'b',
    models: { ...models, Answer: schema },
    operations: { get: { method: 'GET', path: '/', responses: { '200': { schema: { $ref: '#/$defs/Answer' } } } } },
  } as unknown as ContractSource;
  const contract = defineContract(source);
  const response = successfulResponses(contract)[0] as MainResponse;
  const validator = validatorFor(contract);
  return {
    contract: contract.name,
    response,
    rules: contract.rules,
    cases: [
      ...generateCases(contract, { mode: 'edge', seed: SEED }),
      ...generateCases(contract, { mode: 'random', count: 64, seed: SEED }),
    ],
    seed: SEED,
    runs: 3000,
    rejectsWith: ['Refused'],
    judge: (body) => validator.response(response.operation.id, response.status, body),
  };
}

/** How parsers of these answers say no. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** A parser that refuses what the validator complains of. */
export const correct =
  ({ judge }: Pick<FuzzOptions, 'judge'>): ParseFunction =>
  (body) => {
    if (judge(Buffer.from(body)).length > 0) throw new Refused('no');
    return parseJson(body);
  };
