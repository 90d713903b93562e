import { Command } from 'commander';
import { type CommandEntry, nameOf } from '../command';
import { declareGlobals } from '../global-options';

/** An option as a shell offers it. */
export interface OptionWord {
  /** `--seed` */
  readonly name: string;
  readonly summary: string;
  readonly takesValue: boolean;
}

/** A command as a shell offers it. */
export interface CommandWord {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionWord[];
}

/** What a shell can offer of a command: its name and its options, those that all commands have too. */
export function commandWord(entry: CommandEntry): CommandWord {
  const name = nameOf(entry);
  const command = new Command(name);
  entry.load().declare?.(command);
  const options = declareGlobals(command).options.flatMap(({ long, description, required, optional }) =>
    long === undefined || long === null ? [] : [{ name: long, summary: description, takesValue: required || optional }],
  );
  return { name, summary: entry.summary, options };
}
