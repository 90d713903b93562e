import { generateCases } from '../../../src/cases';
import { type Contract, defineContract, type JsonSchema } from '../../../src/contract';

/** A contract of which the answer is a list of lists, so many deep. */
const nested = (depth: number): Contract => {
  let schema: JsonSchema = { type: 'string' };
  for (let level = 0; level < depth; level += 1)
    schema = level % 2 === 0 ? { type: 'array', items: schema } : { type: 'object', additionalProperties: schema };
  return defineContract({
    version: 1,
    name: 'nested',
    consumer: 'a',
    provider: 'b',
    models: {},
    operations: { get: { method: 'GET', path: '/', responses: { '200': { schema } } } },
  });
};

const lengths = (contract: Contract, mode: 'edge' | 'covering'): number[] =>
  [...generateCases(contract, { mode, seed: 1, verdict: 'accept' })].map(({ body = '' }) => body.length);

describe('lists in lists', () => {
  it('have cases whose size does not double with each level', () => {
    const typical = (depth: number): number => lengths(nested(depth), 'edge')[0] as number;
    expect(typical(40)).toBeLessThan(2 * typical(20));
    expect(typical(2)).toBeGreaterThan(2 * typical(1));
  });

  it('have covering rows, however deep they are', () => {
    const rows = lengths(nested(12), 'covering');
    expect(rows.length).toBeGreaterThan(10);
    expect(Math.max(...rows)).toBeLessThan(1_000_000);
  });
});
