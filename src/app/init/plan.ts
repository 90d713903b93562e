import type { ImportedDocument } from '../../importers';

/** What runs the consumer test. */
export type Runner = 'node' | 'jest' | 'vitest';

/** Where the checks run. */
export type Ci = 'github' | 'gitlab' | 'none';

/** What can run a consumer test. */
export const RUNNERS: readonly Runner[] = ['node', 'jest', 'vitest'];
/** The CI systems that a file can be written for. */
export const CIS: readonly Ci[] = ['github', 'gitlab', 'none'];

/** How the project's tests are run. */
export interface Testing {
  readonly runner: Runner;
  /** What `node --import` reads TypeScript by: `jiti/register` or `tsx`. */
  readonly loader: string;
}

/** What is to be written. */
export interface Plan {
  /** The API, as far as its chosen operations go. */
  readonly document: ImportedDocument;
  /** The document's path from the project's folder, with slashes. */
  readonly path: string;
  /** The contract's folder, with slashes. */
  readonly folder: string;
  /** The operations that the contract gets. */
  readonly added: readonly string[];
  /** Whether there is a contract already, which they join. */
  readonly isThere: boolean;
  readonly testing: Testing;
  readonly ci: Ci;
  /** Packages that what is written needs, and the project has not named. */
  readonly uninstalled: readonly string[];
  /** What else the project lacks, as a sentence. */
  readonly lacking?: string | undefined;
}

/** How the consumer test of a folder is run, or all there are where none is given. */
export const testCommand = ({ runner, loader }: Testing, folder?: string): string =>
  ({
    node: `node --import ${loader} --test ${folder ?? 'contracts/*'}/consumer.test.ts`,
    jest: `npx jest ${folder ?? 'contracts'}`,
    vitest: `npx vitest run ${folder ?? 'contracts'}`,
  })[runner];
