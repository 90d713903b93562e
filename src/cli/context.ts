import type { Colors } from 'picocolors/types';
import type { Run } from '../result';
import type { Progress } from './progress';

/** The options that every command has. */
export interface GlobalOptions {
  /** Stdout is one JSON document. */
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** `NAME` or `NAME=PATH`, in the order given. */
  readonly reporter: readonly string[];
  readonly config: string | undefined;
}

/** What a command has told itself, so that no text on stdout tells it again. */
export interface Told {
  /** The verdict, and what was left out. */
  readonly isHeaded: boolean;
}

/** What a command may touch of the process: so that tests run commands without one. */
export interface Context {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes to stdout, no line end added; what would act on a terminal, or as a command of a CI system, is made visible. */
  readonly out: (text: string) => void;
  /** Writes to stdout as it stands: what is made for a program, such as a report in its own format. */
  readonly raw: (text: string) => void;
  /** Writes to stderr as it stands. */
  readonly err: (text: string) => void;
  /** How far long work is, for whoever watches stderr. */
  readonly progress: Progress;
  /** Asks the person, and gives the answer without blanks around it; not there where nobody can answer. */
  readonly ask?: (question: string) => Promise<string>;
  readonly colors: Colors;
  readonly options: GlobalOptions;
  /** Aborted when the person interrupts. */
  readonly signal: AbortSignal;
  /** Told when the command begins. */
  readonly onCalled?: (options: GlobalOptions) => void;
  /** Reports a run by the reporters asked for, and gives the exit code that it deserves. */
  readonly finish: (run: Run, told?: Told) => Promise<number>;
}
