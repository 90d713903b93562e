import { type Case, defineContract } from '../../src/contract';
import type { Run } from '../../src/result';

/** A small contract, to try on parsers what ends or blocks them. */
export const contract = defineContract({
  version: 1,
  name: 'small',
  consumer: 'a',
  provider: 'b',
  models: {
    User: {
      type: 'object',
      properties: {
        id: { type: 'string' },
        status: { type: 'string', enum: ['NEW', 'ACTIVE', 'GONE'] },
        count: { type: 'integer', format: 'int64' },
      },
      required: ['id', 'status'],
    },
  },
  operations: { get: { method: 'GET', path: '/', responses: { '200': { schema: { $ref: '#/$defs/User' } } } } },
});

const [operation] = contract.operations;
/** Its only answer. */
export const response = {
  operation: operation!,
  response: operation!.responses[0]!,
  status: 200,
  model: { schema: operation!.responses[0]!.schema!, definitions: contract.definitions },
};

/** An answer that is to be accepted. */
export const testCase = (id: string, status: string): Case => ({
  id,
  verdict: 'accept',
  status: 200,
  headers: {},
  body: JSON.stringify({ id: 'one', status }),
  classes: { '/status': status },
  seed: 1,
});

/** Six answers; what goes wrong with ACTIVE ones, does so with the fourth. */
export const CASES = ['NEW', 'GONE', 'NEW', 'ACTIVE', 'GONE', 'NEW'].map((status, index) =>
  testCase(`${index} ${status}`, status),
);

/** What became of the cases: those that passed, and what was found. */
export const told = ({ results }: Run): string[] =>
  results.map(({ id, findings: [finding], details }) =>
    finding === undefined ? `${id} passed` : `${finding.rule} ${details?.['case']}: ${finding.message}`,
  );

/** What is told of those that nothing is wrong with. */
export const OTHERS = ['0 NEW passed', '1 GONE passed', '2 NEW passed', '4 GONE passed', '5 NEW passed'];
