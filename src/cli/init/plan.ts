import type { ImportedDocument } from '../../importers';

/** What runs the consumer test. */
export type Runner = 'node' | 'jest' | 'vitest';

/** Where the checks run. */
export type Ci = 'github' | 'gitlab' | 'none';

export const RUNNERS: readonly Runner[] = ['node', 'jest', 'vitest'];
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
}

/** Whether a status is one of success. */
export const isSuccess = (status: string): boolean => /^2/.test(status);

/** How the consumer test is run. */
export const testCommand = ({ runner, folder }: Pick<Plan, 'runner' | 'folder'>): string =>
  ({
    node: `node --import jiti/register --test ${folder}/consumer.test.ts`,
    jest: `npx jest ${folder}`,
    vitest: `npx vitest run ${folder}`,
  })[runner];
