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
  /** Of a check that goes wrong: 2 for a configuration, 3 for the machine and what is around it. */
  readonly exitCode: 2 | 3;
  readonly examine: (context: Context) => Promise<Diagnosis>;
}
