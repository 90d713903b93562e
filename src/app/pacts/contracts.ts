import type { Contract } from '../../contract';
import { fileNameOf } from '../../pact';
import { Failure } from '../../result';
import { contractNames, folderOf, loadContract, type ReferenceOptions } from '../contract-reference';

/** A contract, and the folder that its rows are kept in; none of a contract that is a document. */
export interface Located {
  readonly contract: Contract;
  readonly folder: string | undefined;
}

/** The contracts that pact files are made of. */
export interface PactContracts {
  /** Those asked for, and those whose interactions stand in the same files. */
  readonly affected: readonly Located[];
  readonly all: readonly Located[];
}

/**
 * The contracts of these references, or all of the contracts folder.
 * @throws Failure (nothing tested) where there is none.
 */
export async function pactContracts(references: readonly string[], options: ReferenceOptions): Promise<PactContracts> {
  const { cwd } = options;
  const load = async (reference: string): Promise<Located> => ({
    contract: await loadContract(reference, options),
    folder: folderOf(reference, cwd),
  });
  const others = await Promise.all(
    contractNames(cwd)
      .filter((name) => !references.includes(name))
      .map(load),
  );
  if (references.length === 0 && others.length === 0)
    throw new Failure('nothing tested', 'there is no contract in contracts/', 'Name one, or make one with `import`.');
  if (references.length === 0) return { affected: others, all: others };
  const asked = await Promise.all([...new Set(references)].map(load));
  const names = new Set(asked.map(({ contract }) => contract.name));
  const files = new Set(asked.map(({ contract }) => fileNameOf(contract)));
  const rest = others.filter(({ contract }) => !names.has(contract.name));
  const sharing = rest.filter(({ contract }) => files.has(fileNameOf(contract)));
  return { affected: [...asked, ...sharing], all: [...asked, ...rest] };
}
