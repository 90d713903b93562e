import type { FailureKind } from '../../result';

/** What a check of the doctor came to. */
export interface Diagnosis {
  /** `warning`: it works, and may not do what was meant. */
  readonly status: 'fine' | 'warning' | 'wrong' | 'not used';
  /** What was found, in a few words. */
  readonly found: string;
  /** What to do about it. */
  readonly next?: string;
}

/** What is examined: a project, and the machine around it. */
export interface Patient {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The configuration's file, where it has another name than usual. */
  readonly config: string | undefined;
  readonly signal: AbortSignal;
}

/** One thing that must be right before pactcheck can work. */
export interface Check {
  readonly name: string;
  /** Whose matter it is where it goes wrong: a configuration's, or the machine's and what is around it. */
  readonly kind: FailureKind;
  readonly examine: (patient: Patient) => Promise<readonly Diagnosis[]>;
}

/** All is well. */
export const fine = (found: string): Diagnosis => ({ status: 'fine', found });

/** Nothing here needs it. */
export const notUsed = (found: string): Diagnosis => ({ status: 'not used', found });

/** It works, and may not do what was meant. */
export const warning = (found: string, next: string): Diagnosis => ({ status: 'warning', found, next });

/** It does not work. */
export const wrong = (found: string, next: string): Diagnosis => ({ status: 'wrong', found, next });
