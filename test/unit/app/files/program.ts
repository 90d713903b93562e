// A run that writes files together, then, started again, settles what was left: node program.js FOLDER write|settle
import { join } from 'node:path';
import { settleUnfinished } from '../../../../src/app/files/journal';
import { writeTogether } from '../../../../src/app/files/write-together';

const [, , cwd = '', what] = process.argv;
const files = ['new/deep/a.txt', 'b.txt', 'new/c.txt'].map((name) => ({
  path: join(cwd, name),
  content: `${name} as it is to be\n`,
}));

if (what === 'write') writeTogether(cwd, files);
else console.log(settleUnfinished(cwd).length);
