import { askedOf } from '../../app/covering/asked';
import { type ModelFile, modelFile, withKept } from '../../app/covering/model-file';
import {
  type CoveringArray,
  type CoveringProgress,
  coveringArray,
  type Model,
  type PictSyntax,
  writePict,
  writePictRows,
} from '../../covering';
import { oneLine } from '../../result';
import { collect, oneCharacter, oneOf, wholeNumber } from '../arguments';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { EXIT_CODES } from '../exit-codes';

const FORMATS = ['pict', 'json'] as const;

/** Work of more seconds than this is told of before it begins. */
const LONG = 10;

const syntaxOf = (options: Options): PictSyntax => ({
  valueSeparator: options['separator'] as string | undefined,
  aliasSeparator: options['aliasSeparator'] as string | undefined,
  invalidPrefix: options['invalidPrefix'] as string | undefined,
  caseSensitive: options['caseSensitive'] as boolean | undefined,
});

function read(context: Context, options: Options, path: string): Model {
  const syntax = syntaxOf(options);
  const asked = askedOf(options['strength'] as string[] | undefined, options['exclude'] as string[] | undefined);
  const file = modelFile(path, context.cwd, { ...syntax, strength: asked.strength });
  const keep = options['keep'] as string | undefined;
  const { model, warnings }: ModelFile = keep === undefined ? file : withKept(file, keep, context.cwd, syntax);
  if (!context.options.quiet)
    for (const warning of warnings) context.err(`${context.colors.yellow(oneLine(warning))}\n`);
  return asked.addTo(model);
}

const exported = (model: Model, format: (typeof FORMATS)[number]): string =>
  format === 'pict' ? writePict(model) : `${JSON.stringify(model, null, 2)}\n`;

const number = (count: number): string => count.toLocaleString('en-US');

/** Says how far an array is, and beforehand what it costs where that is much. */
function watcher({ progress, err, colors, options }: Context): (now: CoveringProgress) => void {
  return ({ rows, covered, feasible, seconds }) => {
    if (rows === 0 && seconds > LONG && !options.quiet)
      err(colors.dim(`${number(feasible)} combinations: about ${number(Math.ceil(seconds))} s, or less by --budget\n`));
    progress.tell(() => `${number(rows)} rows, ${number(covered)} of ${number(feasible)} combinations`);
  };
}

/** What came of it, in a line. */
function summary({ rows, lowerBound, covered, feasible, infeasible, subModels }: CoveringArray): string {
  const excluded = infeasible === 0 ? '' : `, ${infeasible} excluded by constraints`;
  const set = subModels.map(({ factors, ways }) => `; { ${factors.join(', ')} } in ${ways} ways`).join('');
  return `${rows.length} rows (at least ${lowerBound}); ${covered} of ${feasible} combinations covered${excluded}${set}`;
}

function print(context: Context, options: Options, model: Model): void {
  const array = coveringArray(model, {
    seed: options['seed'] as number,
    effort: options['effort'] as number,
    ...(options['budget'] === undefined ? {} : { budget: options['budget'] as number }),
    onProgress: watcher(context),
  });
  context.progress.clear();
  const { rows, covered, feasible, lowerBound } = array;
  if (context.options.json) {
    context.out(`${JSON.stringify({ rows, covered, feasible, lowerBound })}\n`);
    return;
  }
  context.out(writePictRows(model, rows, syntaxOf(options)));
  if (!context.options.quiet) context.err(context.colors.dim(`${summary(array)}\n`));
}

/** `pactcheck covering`: a covering array for any factor model. */
export const coveringCommand: CliCommand = {
  declare: (command) => {
    command
      .option(
        '--strength <t>',
        'all combinations of so many factors; 2, or what the model asks for; T:NAME,NAME for some factors; repeatable',
        collect,
      )
      .option('--exclude <tuple>', 'what no row may hold: FACTOR=LEVEL,FACTOR=LEVEL; repeatable', collect)
      .option('--seed <n>', 'what random choices are drawn with', wholeNumber(), 1)
      .option('--effort <n>', 'work for fewer rows, as a multiple of the usual; 0 for none', wholeNumber(), 1)
      .option(
        '--budget <s>',
        'at most so many seconds of work, counted in work: the same rows everywhere',
        wholeNumber(1),
      )
      .option('--keep <file>', 'rows that come first and stay: what an earlier call printed, or PICT')
      .option('--separator <char>', "PICT's /d: between values; a character, space or tab; , by default", oneCharacter)
      .option('--alias-separator <char>', "PICT's /a: between names of a value; | by default", oneCharacter)
      .option('--invalid-prefix <char>', "PICT's /n: before an invalid value; ~ by default", oneCharacter)
      .option('--case-sensitive', "PICT's /c: names and values are told apart by case")
      .option('--export <format>', 'print the model instead: pict or json', oneOf(FORMATS));
  },
  action: async (context, options, path = '') => {
    const model = read(context, options, path);
    const format = options['export'] as (typeof FORMATS)[number] | undefined;
    if (format === undefined) print(context, options, model);
    else context.out(exported(model, format));
    return EXIT_CODES.passed;
  },
};
