import { type Examined, examine } from '../../app/doctor/examine';
import { oneLine } from '../../result';
import type { CliCommand } from '../command';
import type { Context } from '../context';
import { EXIT_CODES } from '../exit-codes';

/** `pactcheck doctor`: whether this machine and project are ready, and what to do where they are not. */
export const doctorCommand: CliCommand = {
  action: async (context) => {
    const { cwd, env, signal, options } = context;
    const { rows, end } = await examine({ cwd, env, signal, config: options.config });
    if (options.json) context.out(`${JSON.stringify({ checks: rows }, null, 2)}\n`);
    else for (const row of rows) context.out(`${line(context, row)}\n`);
    return EXIT_CODES[end];
  },
};

function line({ colors }: Context, { name, status, found, next }: Examined): string {
  const { green, red, yellow, dim } = colors;
  const mark = { fine: green('✓'), wrong: red('✗'), warning: yellow('!'), 'not used': dim('-') }[status];
  return `${mark} ${name}: ${oneLine(found)}${next === undefined ? '' : `\n    ${oneLine(next)}`}`;
}
