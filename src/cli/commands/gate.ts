import { gate } from '../../app/gate/gate';
import type { PartOutcome } from '../../app/gate/part';
import { endOfParts } from '../../app/gate/verdict';
import type { CliCommand } from '../command';
import type { Context, Outcome } from '../context';
import { EXIT_CODES, endOf } from '../exit-codes';
import { verdictText } from '../gate/verdict-text';
import { publicationOutcome } from '../publishing';

/** Whether another report than the text is to be read from stdout. */
const takesStdout = ({ options }: Context): boolean =>
  options.json || options.reporter.some((reporter) => !reporter.includes('=') && reporter !== 'text');

const asOutcome = ({ exitCode, ...others }: Outcome): PartOutcome => ({ ...others, end: endOf(exitCode) });

/** `pactcheck gate`: everything that the configuration names, one report, one exit code. */
export const gateCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--base <commit>', 'what to compare with, the merge base with the main branch where it is not given')
      .option('--changed', 'leave out what the change since then cannot touch');
  },
  action: async (context, options) => {
    const { cwd, env, signal, perform, progress } = context;
    const { results, run } = await gate({
      config: context.options.config,
      base: options['base'] as string | undefined,
      isOnlyChanged: options['changed'] === true,
      cwd,
      env,
      signal,
      perform: async (words) => asOutcome(await perform(words)),
      publish: async (found, broker) => {
        const { lines, ...others } = await publicationOutcome(found, broker, env);
        return asOutcome({ ...others, run: undefined, output: lines.join('\n') });
      },
      onPart: progress.begin,
    }).finally(progress.clear);
    const isHeaded = !takesStdout(context);
    if (isHeaded) context.out(verdictText(context, results, run));
    await context.finish(run, { isHeaded });
    return EXIT_CODES[endOfParts(results)];
  },
};
