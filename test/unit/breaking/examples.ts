import { diffTools } from '../../../src/app/diff/tools';
import { type BreakingRule, type DiffOptions, diffContracts, type Ignore } from '../../../src/breaking';
import { type Contract, type ContractSource, defineContract, type JsonSchema } from '../../../src/contract';
import type { Finding, Result } from '../../../src/result';

/** A contract that answers with this body. */
export const answering = (schema: JsonSchema, models: ContractSource['models'] = {}): Contract =>
  defineContract({
    version: 1,
    name: 'example',
    consumer: 'web',
    provider: 'users',
    models,
    operations: { readUser: { method: 'GET', path: '/users/{id}', responses: { '200': { schema } } } },
  });

/** The results of a diff, with nothing set that is not given. */
export const results = (before: Contract, after: Contract, over: Partial<DiffOptions> = {}): readonly Result[] =>
  diffContracts(before, after, {
    tools: diffTools(after),
    failOn: 'breaking',
    ignores: [] as Ignore[],
    today: '2026-01-01',
    ...over,
  }).results;

export const findings = (before: Contract, after: Contract, over: Partial<DiffOptions> = {}): Finding[] =>
  results(before, after, over).flatMap((result) => result.findings);

/** What a rule's example gives, forwards. */
export function exampleResults({ example }: BreakingRule): readonly Result[] {
  const [before, after] = example.contracts;
  return results(defineContract(before), defineContract(after)).filter((result) => result.findings.length > 0);
}
