import { type CoverageOptions, coverage } from '../../app/coverage/coverage';
import { observedLines } from '../../app/coverage/observed';
import { WIRE_NAMES } from '../../contract';
import { oneLine } from '../../result';
import { oneOf, wholeNumber } from '../arguments';
import type { CliCommand } from '../command';
import type { Context } from '../context';
import { coverageLines } from '../coverage/lines';
import { thresholds } from '../coverage/threshold-option';
import { tellerOf } from '../warnings';

const takesStdout = ({ options }: Context): boolean =>
  options.json || options.reporter.some((reporter) => !reporter.includes('=') && reporter !== 'text');

/** `pactcheck coverage`: what a set of pacts covers of a contract, measured from the files. */
export const coverageCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--pacts <dir>', 'the folder of pacts, or one of them, whoever wrote it', 'pacts')
      .option('--observed <run.json>', "what verify recorded of a live service's answers, to be read beside the pacts")
      .option('--strength <t>', 'combinations of the classes of so many sites', wholeNumber(1), 2)
      .option('--fail-under <limits>', 'fail where less is covered, in percent: classes=90,pairs=100', thresholds)
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES));
  },
  action: async (context, options, contract = '') => {
    const asked = options as unknown as Pick<
      CoverageOptions,
      'pacts' | 'observed' | 'strength' | 'failUnder' | 'wireNames'
    >;
    const outcome = await coverage({ ...asked, contract, cwd: context.cwd, onWarning: tellerOf(context) });
    const lines = [
      ...coverageLines(outcome.contract, outcome.measured, context.colors),
      ...(outcome.observed === undefined ? [] : observedLines(outcome.observed)),
    ];
    if (!context.options.quiet && !takesStdout(context)) for (const line of lines) context.out(`${oneLine(line)}\n`);
    return context.finish(outcome.run);
  },
};
