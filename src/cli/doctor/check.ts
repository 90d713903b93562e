import type { FailureKind } from '../../result';
import type { Context } from '../context';

/** What a check of the doctor came to. */
export interface Diagnosis {
  readonly status: 'fine' | 'wrong' | 'not used';
  /** What was found, in a few words. */
  readonly found: string;
  /** What to do about it. */
  readonly next?: string;
}

/** One thing that must be right on a machine before pactcheck can work on it. */
export interface Check {
  readonly name: string;
  /** Whose matter it is where it goes wrong: a configuration's, or the machine's and what is around it. */
  readonly kind: FailureKind;
  readonly examine: (context: Context) => Promise<Diagnosis>;
}
