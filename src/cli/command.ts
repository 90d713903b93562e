import type { Command } from 'commander';
import type { Context } from './context';

/** What a command does with its parsed arguments and options; gives the exit code. */
export type Action = (context: Context, options: Options, ...args: string[]) => Promise<number>;

/** Options as commander parsed them; each command narrows its own. */
export type Options = Readonly<Record<string, unknown>>;

/** One command: what it takes, and what it does. */
export interface CliCommand {
  /** Declares the options, and help beyond the summary. */
  readonly declare?: (command: Command) => void;
  readonly action: Action;
}

/** A command as the list of all has it: enough for the help, without loading the command itself. */
export interface CommandEntry {
  /** As commander takes it: `cases <contract>`. */
  readonly usage: string;
  readonly summary: string;
  /** Whether it prints something else than a run: then nothing is reported of it where it is interrupted. */
  readonly isPrinter?: true;
  readonly load: () => CliCommand;
}

/** The name that an entry is called by. */
export const nameOf = ({ usage }: Pick<CommandEntry, 'usage'>): string => usage.split(' ')[0] ?? '';
