import { beginContract } from '../../app/init/init';
import type { NextStep } from '../../app/init/next-steps';
import { CIS, type Ci, RUNNERS, type Runner } from '../../app/init/plan';
import { oneLine } from '../../result';
import { collect, oneOf } from '../arguments';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { EXIT_CODES } from '../exit-codes';
import { waiter, warner } from '../warnings';

/** `pactcheck init`: all that a project needs to begin with an API, or with more of its operations. */
export const initCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--operation <id>', 'one of the operations, all where none is given; repeatable', collect)
      .option('--consumer <name>', 'what your program is called in the pacts')
      .option('--provider <name>', 'what the service is called in the pacts')
      .option('--runner <name>', 'what runs the consumer test: node, jest or vitest', oneOf(RUNNERS))
      .option('--ci <where>', 'where checks run: github, gitlab or none', oneOf(CIS))
      .addHelpText('after', '\nWhat no option says is asked at a terminal; elsewhere it is what is usual.');
  },
  action: init,
};

async function init(context: Context, options: Options, reference = ''): Promise<number> {
  const text = (name: string): string | undefined => options[name] as string | undefined;
  const { files, steps } = await beginContract({
    reference,
    operations: options['operation'] as readonly string[] | undefined,
    consumer: text('consumer'),
    provider: text('provider'),
    runner: text('runner') as Runner | undefined,
    ci: text('ci') as Ci | undefined,
    ask: context.ask,
    cwd: context.cwd,
    config: context.options.config,
    onWarning: warner(context, context.out),
    onWait: waiter(context),
    onOperation: (id) => context.progress.tell(() => `pacts of ${id}`),
  }).finally(context.progress.clear);
  for (const line of files) context.out(`${oneLine(line)}\n`);
  tellSteps(context, steps);
  return EXIT_CODES.passed;
}

function tellSteps(context: Context, steps: readonly NextStep[]): void {
  context.out('\nWhat to do now:\n');
  for (const { command, reason } of steps) {
    context.out(`  ${context.colors.bold(oneLine(command))}\n`);
    if (reason !== undefined) context.out(`    ${context.colors.dim(oneLine(reason))}\n`);
  }
}
