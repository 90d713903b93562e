import { type ModelFile, modelFile, withKept } from '../../app/covering/model-file';
import { coveringArray, type Model, type PictOptions, writePict, writePictRows } from '../../covering';
import { oneLine } from '../../result';
import { oneOf, wholeNumber } from '../arguments';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';

const FORMATS = ['pict', 'json'] as const;

const pictOptions = (options: Options): PictOptions => ({
  strength: options['strength'] as number | undefined,
});

function read(context: Context, options: Options, path: string): Model {
  const syntax = pictOptions(options);
  const file = modelFile(path, context.cwd, syntax);
  const keep = options['keep'] as string | undefined;
  const { model, warnings }: ModelFile = keep === undefined ? file : withKept(file, keep, context.cwd, syntax);
  if (!context.options.quiet)
    for (const warning of warnings) context.err(`${context.colors.yellow(oneLine(warning))}\n`);
  return model;
}

const exported = (model: Model, format: (typeof FORMATS)[number]): string =>
  format === 'pict' ? writePict(model) : `${JSON.stringify(model, null, 2)}\n`;

function print(context: Context, options: Options, model: Model): void {
  const array = coveringArray(model, { seed: options['seed'] as number, effort: options['effort'] as number });
  const { rows, covered, feasible, infeasible, lowerBound } = array;
  if (context.options.json) {
    context.out(`${JSON.stringify({ rows, covered, feasible, lowerBound })}\n`);
    return;
  }
  context.out(writePictRows(model, rows));
  if (context.options.quiet) return;
  const excluded = infeasible === 0 ? '' : `, ${infeasible} excluded by constraints`;
  const counts = `${rows.length} rows (at least ${lowerBound}); ${covered} of ${feasible} combinations covered`;
  context.err(context.colors.dim(`${counts}${excluded}\n`));
}

/** `pactcheck covering`: a covering array for any factor model. */
export const coveringCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--strength <t>', 'all combinations of so many factors; 2, or what the model asks for', wholeNumber(1))
      .option('--seed <n>', 'what random choices are drawn with', wholeNumber(), 1)
      .option('--effort <n>', 'work for fewer rows, as a multiple of the usual; 0 for none', wholeNumber(), 1)
      .option('--keep <file>', 'rows that come first and stay: what an earlier call printed')
      .option('--export <format>', 'print the model instead: pict or json', oneOf(FORMATS));
  },
  action: async (context, options, path = '') => {
    const model = read(context, options, path);
    const format = options['export'] as (typeof FORMATS)[number] | undefined;
    if (format === undefined) print(context, options, model);
    else context.out(exported(model, format));
    return 0;
  },
};
