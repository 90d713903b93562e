import { type DiffOptions, diff, FAIL_ON } from '../../app/diff/diff';
import { WIRE_NAMES } from '../../contract';
import { oneOf } from '../arguments';
import type { CliCommand } from '../command';
import { tellerOf } from '../warnings';

/** `pactcheck diff`: what changed from one contract to another, and whom it breaks. */
export const diffCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--fail-on <level>', 'breaking, warning or none; as the configuration says, or breaking', oneOf(FAIL_ON))
      .option('--ignore <file>', 'known changes, each with its reason and the day until which it is passed over')
      .option('--pacts <dir>', 'what consumers rely on; as the configuration says, or pacts')
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES));
  },
  action: async (context, options, before = '', after = '') => {
    const { cwd, env } = context;
    const asked = options as Pick<DiffOptions, 'failOn' | 'ignore' | 'pacts' | 'wireNames'>;
    const { config } = context.options;
    return context.finish(await diff({ ...asked, before, after, config, cwd, env, onWarning: tellerOf(context) }));
  },
};
