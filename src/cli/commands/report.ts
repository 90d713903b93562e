import { resolve } from 'node:path';
import { writeWhole } from '../../app/files/write-whole';
import { agreedInteractions } from '../../app/report/agreed-interactions';
import { oneFinding, type ShownFinding } from '../../app/report/one-finding';
import { readRun } from '../../app/report/read-run';
import { REPORTERS } from '../../reporters';
import { joinRuns, type Run } from '../../result';
import { declareBroker } from '../broker-options';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { EXIT_CODES } from '../exit-codes';
import { publishReported } from '../publishing';
import { shownFindingText } from '../report/shown-finding-text';

function withPacts(run: Run, options: Options, { cwd }: Context): Run {
  const folder = options['pacts'] as string | undefined;
  return folder === undefined ? run : { ...run, interactions: agreedInteractions(resolve(cwd, folder)) };
}

function show(shown: ShownFinding, { out, options }: Context): number {
  out(options.json ? `${JSON.stringify(shown, null, 2)}\n` : shownFindingText(shown));
  return EXIT_CODES.passed;
}

/** `pactcheck report`: joins runs, shards too, and reports them as one. */
export const reportCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--html <file>', 'writes the page')
      .option('--pacts <dir>', 'adds the pacts of a folder, to be read in the page')
      .option('--finding <id>', 'prints one finding whole: its id, or as much of it as tells it apart')
      .option('--publish', 'to the broker: the results of the pacts that were taken from it');
    declareBroker(command);
  },
  action: async (context, options, ...words) => {
    const files = words.flat() as string[];
    const run = withPacts(joinRuns(files.map((file) => readRun(file, context.cwd))), options, context);
    const finding = options['finding'] as string | undefined;
    if (finding !== undefined) return show(oneFinding(run, finding), context);
    const html = options['html'] as string | undefined;
    if (html !== undefined) writeWhole(resolve(context.cwd, html), REPORTERS.get('html')?.render(run) ?? '');
    const exitCode = await context.finish(run);
    if (options['publish'] !== true) return exitCode;
    const url = options['brokerUrl'] as string | undefined;
    return publishReported(run, exitCode, { url, certificates: options['ca'] as string | undefined }, context);
  },
};
