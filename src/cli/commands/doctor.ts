import { oneLine } from '../../result';
import type { CliCommand } from '../command';
import type { Context } from '../context';
import type { Diagnosis } from '../doctor/check';
import { CHECKS, diagnose } from '../doctor/checks';
import { EXIT_CODES } from '../exit-codes';

/** `pactcheck doctor`: whether this machine and project are ready, and what to do where they are not. */
export const doctorCommand: CliCommand = {
  action: async (context) => {
    const examined = [];
    for (const check of CHECKS) examined.push({ check, diagnosis: await diagnose(check, context) });
    const rows = examined.map(({ check, diagnosis }) => ({ name: check.name, ...diagnosis }));
    if (context.options.json) context.out(`${JSON.stringify({ checks: rows }, null, 2)}\n`);
    else for (const row of rows) context.out(`${line(context, row.name, row)}\n`);
    const wrong = examined.find(({ diagnosis }) => diagnosis.status === 'wrong');
    return EXIT_CODES[wrong?.check.kind ?? 'passed'];
  },
};

function line(context: Context, name: string, { status, found, next }: Diagnosis): string {
  const { green, red, dim } = context.colors;
  const mark = { fine: green('✓'), wrong: red('✗'), 'not used': dim('-') }[status];
  return `${mark} ${name}: ${oneLine(found)}${next === undefined ? '' : `\n    ${oneLine(next)}`}`;
}
