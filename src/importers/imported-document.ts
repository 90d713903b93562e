import type { ContractSource, Unjudged } from '../contract';
import type { Models } from './print-module';
import type { FileReport } from './report';

/** How a document is read. */
export interface ReadOptions {
  /**
   * Whether all of it is read, for a comparison: operations that cannot be tried out, media types that are not JSON, and
   * digests of what a contract cannot say.
   */
  readonly isWhole?: boolean | undefined;
}

/** Which operations of a document are read: the words that name them; all where there is none. */
export type Wanted = readonly string[];

/** A document, read: what it says of models and operations, and what its reader should know. */
export interface ImportedDocument {
  /** A name for the contract: the model's, or the operation's, in kebab-case. */
  readonly name: string;
  /** The API's own name in kebab-case: its title, or the folder's of its pages. */
  readonly api: string;
  readonly models: Models;
  readonly operations: ContractSource['operations'];
  readonly consumer: string;
  readonly provider: string;
  /** Models that it refers to and does not have. */
  readonly missing: readonly string[];
  /** Those of them that it has, and that cannot be trusted. */
  readonly refused?: readonly string[];
  /** Parts that a contract says nothing about; of a whole reading. */
  readonly unjudged?: Unjudged;
  readonly reports: readonly FileReport[];
  /** The files that it was read from, relative to the document's folder; the document alone where they are not given. */
  readonly files?: readonly string[];
}
