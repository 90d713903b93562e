import { gate } from '../../app/gate/gate';
import { endOfParts } from '../../app/gate/verdict';
import type { CliCommand } from '../command';
import type { Context } from '../context';
import { EXIT_CODES } from '../exit-codes';
import { progressText } from '../fuzz/progress-text';
import { verdictText } from '../gate/verdict-text';
import { counting } from '../verify-progress';

/** Whether another report than the text is to be read from stdout. */
const takesStdout = ({ options }: Context): boolean =>
  options.json || options.reporter.some((reporter) => !reporter.includes('=') && reporter !== 'text');

/** `pactcheck gate`: everything that the configuration names, one report, one exit code. */
export const gateCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--base <commit>', 'what to compare with, the merge base with the main branch where it is not given')
      .option('--changed', 'leave out what the change since then cannot touch');
  },
  action: async (context, options) => {
    const { cwd, env, signal, progress } = context;
    let onVerified = counting(progress);
    const { results, run } = await gate({
      config: context.options.config,
      base: options['base'] as string | undefined,
      isOnlyChanged: options['changed'] === true,
      cwd,
      env,
      signal,
      onPart: (name) => {
        onVerified = counting(progress);
        progress.begin(name);
      },
      onVerified: (result, total) => onVerified(result, total),
      onFuzzed: (standing, isKnown) => progress.tell(() => progressText(standing, isKnown)),
    }).finally(progress.clear);
    const isHeaded = !takesStdout(context);
    if (isHeaded) context.out(verdictText(context, results, run));
    await context.finish(run, { isHeaded });
    return EXIT_CODES[endOfParts(results)];
  },
};
