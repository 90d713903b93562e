import { leftOutLines } from '../../app/pacts/left-out';
import { checkPactsOf, type PactsOptions, type Written, writePactsOf } from '../../app/pacts/pacts';
import { PACT_SIZES } from '../../app/pacts/plan';
import { WIRE_NAMES } from '../../contract';
import { oneLine } from '../../result';
import { oneOf } from '../arguments';
import type { CliCommand } from '../command';
import type { Context } from '../context';
import { EXIT_CODES } from '../exit-codes';
import { tellerOf, waiter } from '../warnings';

function tell(context: Context, { files, rows, contracts }: Written): void {
  if (context.options.json) context.out(`${JSON.stringify({ written: files, rows }, null, 2)}\n`);
  else if (!context.options.quiet) {
    for (const { file, interactions } of files) context.out(`wrote ${oneLine(file)}: ${interactions} interactions\n`);
    for (const path of rows) context.out(`wrote ${oneLine(path)}: the rows that the next pacts keep\n`);
    for (const { contract, plan } of contracts)
      for (const line of leftOutLines(contract, plan)) context.out(`${context.colors.dim(oneLine(line))}\n`);
  }
}

/** `pactcheck pacts`: writes the pact files that contracts give, or checks that those on disk are these. */
export const pactsCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--check', 'compare the files on disk instead of writing them')
      .option('--fresh', 'forget the rows kept in rows.json: as few interactions as can be, none of them as before')
      .option(
        '--size <size>',
        'small: each class once; full: each pair too; as before where it is not given',
        oneOf(PACT_SIZES),
      )
      .option('--pacts <folder>', 'where the pact files lie', 'pacts')
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES));
  },
  action: async (context, options, ...contracts) => {
    const { pacts, fresh, size, wireNames } = options as unknown as Pick<
      PactsOptions,
      'pacts' | 'fresh' | 'size' | 'wireNames'
    >;
    const onOperation = (id: string): void => context.progress.tell(() => `pacts of ${id}`);
    const tellers = { onWarning: tellerOf(context), onWait: waiter(context), onOperation };
    const asked = { contracts, pacts, fresh, size, wireNames, cwd: context.cwd, ...tellers };
    if (options['check'] === true) return context.finish(await checkPactsOf(asked).finally(context.progress.clear));
    tell(context, await writePactsOf(asked).finally(context.progress.clear));
    return EXIT_CODES.passed;
  },
};
