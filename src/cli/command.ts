import type { Command } from 'commander';
import type { Context } from './context';

/** What a command does with its parsed arguments and options; gives the exit code. */
export type Action = (context: Context, options: Options, ...args: string[]) => Promise<number>;

/** Options as commander parsed them; each command narrows its own. */
export type Options = Readonly<Record<string, unknown>>;

/** One command: how it is called, and what it does. */
export interface CliCommand {
  /** As commander takes it: `cases <contract>`. */
  readonly usage: string;
  readonly summary: string;
  /** Declares the options, and help beyond the summary. */
  readonly declare?: (command: Command) => void;
  readonly action: Action;
}
