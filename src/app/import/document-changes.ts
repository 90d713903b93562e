import { diffContracts } from '../../breaking';
import { type Contract, type ContractSource, defineContract, unlessRefused } from '../../contract';
import { documentedOperations, type ImportedDocument, sourceOfDocument } from '../../importers';
import type { Result } from '../../result';
import { diffTools } from '../diff/tools';
import { type Recorded, recordedIn } from './write';

type Part = Pick<ContractSource, 'models' | 'operations'>;

/** A document's models and operations as a contract; `undefined` where they are none. */
const contractWith = (document: ImportedDocument, part: Part): Contract | undefined =>
  unlessRefused<Contract | undefined>(
    () => defineContract({ ...sourceOfDocument(document), ...part }, { wireNames: 'documented' }),
    () => undefined,
  );

/** Models that a document refers to and does not have are open on both sides. */
function recordedPart({ missing }: ImportedDocument, { models, operations }: Recorded): Part {
  const open = missing.filter((name) => !Object.hasOwn(models, name)).map((name) => [name, {}] as const);
  return { models: { ...models, ...Object.fromEntries(open) }, operations };
}

function nowOf(document: ImportedDocument, { operations }: Recorded): Part {
  const own = Object.entries(documentedOperations(document.operations)).filter(([id]) => Object.hasOwn(operations, id));
  return { models: sourceOfDocument(document).models, operations: Object.fromEntries(own) };
}

/**
 * Compares a document with what a contract's folder recorded of it, and gives what breaks since: a failed result for each
 * cause. None where nothing of its operations was recorded.
 * @param today the day that announced ends are held against, as `2026-11-24`.
 */
export async function breakingChanges(
  cwd: string,
  document: ImportedDocument,
  folder: string,
  today: string,
): Promise<Result[]> {
  const recorded = await recordedIn(folder, cwd);
  if (recorded === undefined || Object.keys(recorded.operations).length === 0) return [];
  const before = contractWith(document, recordedPart(document, recorded));
  const after = contractWith(document, nowOf(document, recorded));
  if (before === undefined || after === undefined) return [];
  const options = { tools: diffTools(after), failOn: 'breaking', ignores: [], today } as const;
  return diffContracts(before, after, options).results.filter(({ status }) => status === 'failed');
}
