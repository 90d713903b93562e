import { observeTraffic } from '../../app/observe/observe-traffic';
import type { HoldOptions } from '../../app/observe/observer';
import { withBaseline } from '../../app/observe/with-baseline';
import { WIRE_NAMES, type WireNames } from '../../contract';
import { Failure, oneLine, type Run } from '../../result';
import { collect, oneOf } from '../arguments';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { baselineWords } from '../fuzz/words';
import { seenLines } from '../observe/lines';
import { tellerOf } from '../warnings';

const MIN_LEVELS = ['note', 'warning', 'error'] as const;

const texts = (options: Options, name: string): string[] | undefined => options[name] as string[] | undefined;

/** What exchanges are held to, whatever their source is. */
const holdOptions = (contract: string, options: Options, context: Context): HoldOptions => ({
  contract,
  wireNames: options['wireNames'] as WireNames | undefined,
  servers: texts(options, 'server'),
  minLevel: options['minLevel'] as HoldOptions['minLevel'],
  ignoredHeaders: texts(options, 'ignoreHeader'),
  without: texts(options, 'without'),
  cwd: context.cwd,
  onWarning: tellerOf(context),
  signal: context.signal,
});

async function observed(hold: HoldOptions, options: Options, { progress }: Context): Promise<Run> {
  const traffic = texts(options, 'traffic');
  if (traffic === undefined)
    throw new Failure('usage', 'observe has nothing to observe', 'Give recorded exchanges with --traffic FILE.');
  return observeTraffic({
    ...hold,
    traffic,
    onProgress: (exchanges, file) => progress.tell(() => `${exchanges} exchanges, in ${file}`),
  });
}

const takesStdout = ({ options }: Context): boolean =>
  options.json || options.reporter.some((reporter) => !reporter.includes('=') && reporter !== 'text');

/** `pactcheck observe`: recorded answers, held to the whole contract. */
export const observeCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--traffic <files...>', 'recorded exchanges: HAR 1.2 or NDJSON, files or folders, .gz too')
      .option('--server <url>', 'where the service answers, in place of what the document says; repeatable', collect)
      .option('--min-level <level>', 'findings that weigh less are left out', oneOf(MIN_LEVELS), 'warning')
      .option('--ignore-header <name>', 'a header of answers of which nothing is said; repeatable', collect)
      .option('--without <rule=reason>', 'turns a rule off, with the reason; repeatable', collect)
      .option('--baseline <file>', 'known findings, each with a reason and a day until which it fails nothing')
      .option('--update-baseline <reason>', 'adds all that is found to the baseline, with this reason')
      .option('--until <day>', 'of --update-baseline: the day until which it fails nothing')
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES));
  },
  action: async (context, options, reference = '') => {
    const hold = holdOptions(reference, options, context);
    const onNotice = (sentence: string): void => context.err(`${oneLine(sentence)}\n`);
    const run = await withBaseline(() => observed(hold, options, context), baselineWords(options), {
      ...context,
      onNotice,
    }).finally(context.progress.clear);
    const { seen } = context.options.quiet || takesStdout(context) ? {} : run;
    const lines = seen === undefined ? [] : seenLines(seen, context.colors);
    for (const line of lines) context.out(`${oneLine(line)}\n`);
    return context.finish(run);
  },
};
