import { resolve } from 'node:path';
import { agreedInteractions } from '../../app/report/agreed-interactions';
import { readRun } from '../../app/report/read-run';
import { writeWhole } from '../../app/write-file';
import { REPORTERS } from '../../reporters';
import { joinRuns, type Run } from '../../result';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';

function withPacts(run: Run, options: Options, { cwd }: Context): Run {
  const folder = options['pacts'] as string | undefined;
  return folder === undefined ? run : { ...run, interactions: agreedInteractions(resolve(cwd, folder)) };
}

/** `pactcheck report`: joins runs, shards too, and reports them as one. */
export const reportCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--html <file>', 'writes the page')
      .option('--pacts <dir>', 'adds the pacts of a folder, to be read in the page');
  },
  action: async (context, options, ...words) => {
    const files = words.flat() as string[];
    const run = withPacts(joinRuns(files.map((file) => readRun(file, context.cwd))), options, context);
    const html = options['html'] as string | undefined;
    if (html !== undefined) writeWhole(resolve(context.cwd, html), REPORTERS.get('html')?.render(run) ?? '');
    return context.finish(run);
  },
};
