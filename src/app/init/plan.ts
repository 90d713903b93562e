import type { ImportedDocument } from '../../importers';

/** What runs the consumer test. */
export type Runner = 'node' | 'jest' | 'vitest';

/** Where the checks run. */
export type Ci = 'github' | 'gitlab' | 'none';

/** What can run a consumer test. */
export const RUNNERS: readonly Runner[] = ['node', 'jest', 'vitest'];
/** The CI systems that a file can be written for. */
export const CIS: readonly Ci[] = ['github', 'gitlab', 'none'];

/** What is to be written. */
export interface Plan {
  readonly document: ImportedDocument;
  /** The document as it was named, without the operation. */
  readonly path: string;
  /** The operation that was chosen. */
  readonly operation: string;
  /** The contract's folder, with slashes. */
  readonly folder: string;
  readonly runner: Runner;
  readonly ci: Ci;
  /** Packages that what is written needs, and the project has not named. */
  readonly uninstalled: readonly string[];
}

/** Whether a status is one of success. */
export const isSuccess = (status: string): boolean => /^2/.test(status);

/** How the consumer test of a folder is run, or all there are where none is given. */
export const testCommand = ({
  runner,
  folder,
}: {
  readonly runner: Runner;
  readonly folder: string | undefined;
}): string =>
  ({
    node: `node --import jiti/register --test ${folder ?? 'contracts/*'}/consumer.test.ts`,
    jest: `npx jest ${folder ?? 'contracts'}`,
    vitest: `npx vitest run ${folder ?? 'contracts'}`,
  })[runner];
