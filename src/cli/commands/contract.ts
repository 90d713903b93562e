import { loadContract } from '../../app/contract-reference';
import { WIRE_NAMES } from '../../contract';
import { oneOf } from '../arguments';
import type { CliCommand } from '../command';
import { EXIT_CODES } from '../exit-codes';
import { tellerOf } from '../warnings';

/** `pactcheck contract`: the contract as plain data, as everything else here reads it. */
export const contractCommand: CliCommand = {
  declare: (command) => {
    command.option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES));
  },
  action: async (context, options, reference = '') => {
    const wireNames = options['wireNames'] as (typeof WIRE_NAMES)[number] | undefined;
    const contract = await loadContract(reference, { cwd: context.cwd, wireNames, tell: tellerOf(context) });
    context.out(`${JSON.stringify(contract, null, 2)}\n`);
    return EXIT_CODES.passed;
  },
};
