import type { Complaint } from '../complaint';
import type { Job } from '../examination';
import type { PlanSource } from '../plan';
import type { SubjectFacts } from '../subject';

/** All that a program needs to examine a parser by itself: plain data. */
export interface ProgramSetup {
  /** `file.ts#export`. */
  readonly parser: string;
  /** `file.ts#export` of what gives a parsed value back as the wire has it. */
  readonly toWire?: string | undefined;
  readonly cwd: string;
  readonly facts: SubjectFacts;
  readonly plan: PlanSource;
  /** What the program does to the parser, where it does anything to it: plain data. */
  readonly decoration?: unknown;
  /** Whether it is shown a plain response first, to know how it answers; it is where nothing is said. */
  readonly isPrimed?: boolean | undefined;
  /** How many milliseconds a promise may take. */
  readonly limit: number;
  /** How many megabytes it may keep outside of the heap of JavaScript, as buffers do; 1024 where it is not given. */
  readonly memory?: number | undefined;
}

/** What a program is told. */
export type Order =
  /** Ahead of the setup: what it will need anyway. */
  | { readonly kind: 'load'; readonly parser: string; readonly cwd: string }
  | { readonly kind: 'setup'; readonly setup: ProgramSetup; readonly progress?: SharedArrayBuffer }
  | { readonly kind: 'examine'; readonly jobs: readonly Job[] };

/** What a program says. Of the cases of a batch only those are listed of which there is something to say. */
export type Report =
  /** In which thread it runs, where that is known. */
  | { readonly kind: 'ready'; readonly thread: string | undefined }
  /** Between the calls of the parser, now and then. */
  | { readonly kind: 'alive' }
  /** It keeps more outside of the heap than it may. */
  | { readonly kind: 'swollen'; readonly megabytes: number }
  | { readonly kind: 'failed'; readonly message: string; readonly next: string | undefined }
  | {
      readonly kind: 'examined';
      readonly told: readonly (readonly [number, readonly Complaint[]])[];
      readonly calls: number;
    };

/** The cells of the shared memory: which case of the batch is being examined, and how often the parser was called. */
export const PROGRESS = { index: 0, calls: 1, size: 2 } as const;

/** What a parser may take before it counts as taking too much. */
export const MOST_MEGABYTES = 512;

/** What a parser may keep outside of the heap where nothing else is asked for, in megabytes. */
export const MOST_OUTSIDE = 1024;
