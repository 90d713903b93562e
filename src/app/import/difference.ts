import { join } from 'node:path';
import { type Contract, ContractError, defineContract } from '../../contract';
import { driftFindings, type ImportedDocument, type Models, modelChanges, operationDrift } from '../../importers';
import { Failure } from '../../result';
import { loadSource } from '../contract-reference';

/** What the document says otherwise than the time before. */
export const changeLines = (before: Models | undefined, after: Models): string[] =>
  before === undefined ? [] : modelChanges(before, after).map(({ sign, where, what }) => `${sign} ${where}: ${what}`);

/** What a contract that was kept says otherwise than its document, or why it is no contract any more. */
export interface Difference {
  readonly lines: readonly string[];
  readonly broken: string | undefined;
}

/** Compares a document with the contract that was made of it before, by hand and all. */
export async function differenceOf(cwd: string, document: ImportedDocument, folder: string): Promise<Difference> {
  try {
    const source = await loadSource(join(folder, 'contract.ts'), { cwd });
    return { lines: linesOf(document, defineContract(source, { wireNames: 'documented' })), broken: undefined };
  } catch (error) {
    if (!(error instanceof ContractError || error instanceof Failure)) throw error;
    return { lines: [], broken: [error.message, error.next].filter(Boolean).join('. ') };
  }
}

function linesOf(document: ImportedDocument, contract: Contract): string[] {
  const findings = [
    ...driftFindings(document.models, contract.definitions),
    ...operationDrift(document, contract).flatMap(([, found]) => found),
  ];
  return findings.map(({ message, expected, actual }) => `${message} (${expected}; ${actual})`);
}
