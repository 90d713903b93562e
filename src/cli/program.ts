import { relative } from 'node:path';
import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { removeAbandoned } from '../cleanup';
import { Failure, oneLine } from '../result';
import { type CommandEntry, nameOf, type Options } from './command';
import { COMMANDS } from './commands';
import type { Context, GlobalOptions } from './context';
import { EXIT_CODES } from './exit-codes';
import { declareGlobals } from './global-options';

/** Makes a context once the global options are known. */
export type ContextFor = (options: GlobalOptions) => Context;

const globalsOf = (options: Options): GlobalOptions => ({
  json: options['json'] === true,
  quiet: options['quiet'] === true,
  verbose: options['verbose'] === true,
  reporter: (options['reporter'] as readonly string[] | undefined) ?? [],
  config: options['config'] as string | undefined,
});

/**
 * Has the options that a command cannot do without asked for only once all others are known: commander itself names
 * what is missing where a word was mistyped.
 */
function withoutMandatory(command: Command): (options: Options) => void {
  const needed = command.options.filter(({ mandatory }) => mandatory);
  for (const option of needed) option.mandatory = false;
  return (options) => {
    const missing = needed.find((option) => options[option.attributeName()] === undefined);
    if (missing === undefined) return;
    const next = `pactcheck ${command.name()} --help lists its options.`;
    throw new Failure('usage', `${command.name()} needs ${missing.flags}: ${missing.description}`, next);
  };
}

/** What earlier runs had begun to write when they were ended comes to its places, or is gone, as their temporary folders are. */
function finishEarlierRuns({ cwd, err }: Context): void {
  removeAbandoned();
  const files = (require('../app/files/journal') as typeof import('../app/files/journal'))
    .settleUnfinished(cwd)
    .map((path) => oneLine(relative(cwd, path)));
  if (files.length > 0) err(`an earlier run was ended while it wrote; now these are there: ${files.join(', ')}\n`);
}

/** A command's own words, and what to do with them: `arguments..., options, command`, as commander calls it. */
function register(
  program: Command,
  entry: CommandEntry,
  run: (run: () => Promise<number>) => Promise<void>,
  contextFor: ContextFor,
): void {
  const definition = entry.load();
  const command = program.command(entry.usage).description(entry.summary);
  definition.declare?.(command);
  const requireNeeded = withoutMandatory(command);
  declareGlobals(command).action(async (...words: unknown[]) => {
    const self = words.at(-1) as Command;
    const options = self.opts<Options>();
    const context = contextFor(globalsOf(options));
    requireNeeded(options);
    (require('./finish') as typeof import('./finish')).checkReporters(context.options);
    context.onCalled?.(context.options);
    finishEarlierRuns(context);
    await run(() => definition.action(context, options, ...(words.slice(0, -2).flat() as string[])));
  });
}

/** The commands that a line may speak of: one that begins with a command's name speaks of that alone. */
function listedFor([first]: readonly string[]): readonly CommandEntry[] {
  const called = COMMANDS.filter((entry) => nameOf(entry) === first);
  return called.length === 0 ? COMMANDS : called;
}

/** A command that is listed, and not called: its own options are not needed. */
const list = (program: Command, { usage, summary }: CommandEntry): Command =>
  declareGlobals(program.command(usage).description(summary));

/**
 * Parses a command line and does what it says.
 * @returns the exit code; that of usage where the words are wrong.
 * @throws whatever the command throws.
 */
export async function runProgram(words: readonly string[], contextFor: ContextFor): Promise<number> {
  let exitCode: number = EXIT_CODES.passed;
  const plain = contextFor(globalsOf({}));
  const program = new Command('pactcheck').version(version).exitOverride();
  program.description('Holds an HTTP response to its contract: pacts, provider verification, parser fuzzing.');
  program.configureOutput({ writeOut: plain.out, writeErr: plain.err });
  const run = async (action: () => Promise<number>): Promise<void> => {
    exitCode = await action();
  };
  for (const entry of listedFor(words)) {
    if (words.includes(nameOf(entry))) register(program, entry, run, contextFor);
    else list(program, entry);
  }
  for (const command of program.commands)
    command.exitOverride().configureOutput({ writeOut: plain.out, writeErr: plain.err });
  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === EXIT_CODES.passed ? EXIT_CODES.passed : EXIT_CODES.usage;
  }
  return exitCode;
}
