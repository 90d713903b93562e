import type { GivenContract } from '../../app/contract-of';
import { type FuzzParserOptions, fuzzParser } from '../../app/fuzz/fuzz-parser';
import { Failure } from '../../result';
import { reportOf } from './failed-test';

/** How a parser is held to its contract: as for `fuzzParser`. */
export type ReadsContractOptions = Omit<FuzzParserOptions, 'contract' | 'parser'>;

/** What came of it. */
export interface ReadsContract {
  readonly pass: boolean;
  /** The findings as the text reporter shows them, or that there were none. */
  readonly message: () => string;
}

const nameOf = (contract: string | GivenContract): string => (typeof contract === 'string' ? contract : contract.name);

/** As it stands in a test. */
export const writtenOf = (contract: string | GivenContract): string =>
  `expect(...).toReadContract('${nameOf(contract)}')`;

/**
 * Fuzzes a parser: whether it reads all that the contract allows, and refuses the rest.
 * @throws Failure where the contract or the parser cannot be loaded, or nothing was tested.
 */
export async function readsContract(
  parser: unknown,
  contract: string | GivenContract,
  options: ReadsContractOptions = {},
): Promise<ReadsContract> {
  const run = await fuzzParser({ ...options, contract, parser: parser as FuzzParserOptions['parser'] });
  const { passed, failed } = run.summary;
  if (passed + failed === 0) throw new Failure('nothing tested', 'no response was read', 'Give it more `runs`.');
  const found = run.results.filter(({ status }) => status === 'failed');
  return {
    pass: failed === 0,
    message: () =>
      failed === 0
        ? `the parser reads the contract ${run.contract}: ${passed} responses, and nothing was found`
        : `the parser does not read the contract ${run.contract}\n${reportOf(run, found)}`,
  };
}
