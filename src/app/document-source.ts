import type { ContractSource } from '../contract';
import { isDocument, type ReadOptions, readDocument, requireTrusted, sourceOfDocument } from '../importers';
import { type Tell, tellFirst } from './document-warnings';

/** How a document is read. */
interface DocumentOptions extends ReadOptions {
  /** The reference that names it, for what it warns of. */
  readonly reference: string;
  readonly operation: string | undefined;
  readonly tell: Tell | undefined;
}

/**
 * The source that a document gives without an import; `undefined` for a file that is no document. It stands apart since
 * a contract module needs none of the importers.
 * @throws ContractError where the document cannot be used.
 */
export function sourceFrom(
  file: string,
  { reference, operation, tell, isWhole }: DocumentOptions,
): ContractSource | undefined {
  if (!isDocument(file)) return undefined;
  const document = readDocument(file, operation, { isWhole });
  requireTrusted(document);
  if (tell !== undefined) tellFirst(document, reference, tell);
  return sourceOfDocument(document);
}
