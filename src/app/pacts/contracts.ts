import type { Contract } from '../../contract';
import { fileNameOf } from '../../pact';
import { Failure } from '../../result';
import { contractNames, folderOf, loadContract, type ReferenceOptions } from '../contract-reference';
import type { Tell } from '../document-warnings';

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
  /** Contracts of the project, beside those asked for, that cannot be read; with why. */
  readonly unread: readonly { readonly reference: string; readonly error: Error }[];
}

/** Tells of the contracts that cannot be read: these pacts do without them. */
export const tellUnread = ({ unread }: PactContracts, tell: Tell | undefined): void => {
  for (const { reference, error } of unread)
    tell?.(`the contract ${reference} cannot be read, and is left out: ${error.message}`);
};

/**
 * The contracts of these references, or all of the contracts folder.
 * @throws Failure (nothing tested) where there is none; what is wrong with one that is asked for.
 */
export async function pactContracts(references: readonly string[], options: ReferenceOptions): Promise<PactContracts> {
  const { cwd } = options;
  const load = async (reference: string): Promise<Located> => ({
    contract: await loadContract(reference, options),
    folder: folderOf(reference, cwd),
  });
  const names = contractNames(cwd).filter((name) => !references.includes(name));
  const loaded = await Promise.allSettled(names.map(load));
  const others = loaded.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const unread = loaded.flatMap((outcome, index) =>
    outcome.status === 'rejected' ? [{ reference: names[index] ?? '', error: outcome.reason as Error }] : [],
  );
  // Whoever names none asks for all of them.
  if (references.length === 0 && unread[0] !== undefined) throw unread[0].error;
  if (references.length === 0 && others.length === 0)
    throw new Failure('nothing tested', 'there is no contract in contracts/', 'Name one, or make one with `import`.');
  if (references.length === 0) return { affected: others, all: others, unread };
  const asked = await Promise.all([...new Set(references)].map(load));
  const own = new Set(asked.map(({ contract }) => contract.name));
  const files = new Set(asked.map(({ contract }) => fileNameOf(contract)));
  const rest = others.filter(({ contract }) => !own.has(contract.name));
  const sharing = rest.filter(({ contract }) => files.has(fileNameOf(contract)));
  return { affected: [...asked, ...sharing], all: [...asked, ...rest], unread };
}
