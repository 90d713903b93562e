import { join } from 'node:path';
import type { Attack, Table } from '../attack';
import type { Bench } from '../bench';
import { DOCUMENT, differenceOf, treeAfter, treeOf } from '../project';

/** Ends a process at the n-th call that changes a file; its own test says how. */
const PRELOAD = join(__dirname, '../../unit/app/files/killed-at.js');

const FILES = { 'doc.json': DOCUMENT };
const INIT = ['init', 'doc.json', '--operation', 'getOne', '--ci', 'github', '--runner', 'node'];
const IMPORT = ['import', 'doc.json#getOne', '--out', 'contracts/one'];
const PACTS = ['pacts'];

/** What is done: first what is not disturbed, then what is killed, and is done again. */
interface Killed {
  readonly before: readonly (readonly string[])[];
  readonly words: readonly string[];
}

/** Kills a command at one moment, does it again, and compares all files with those of a run that nobody killed. */
async function killedAt(bench: Bench, call: number, { before, words }: Killed, wanted: Map<string, string>) {
  const folder = bench.inner(`killed-${call}`, FILES);
  for (const earlier of before) await bench.run(earlier, { cwd: folder });
  const env = { NODE_OPTIONS: `--require ${PRELOAD}`, PACTCHECK_KILL: `${call}:${folder}` };
  const first = await bench.run(words, { cwd: folder, env });
  const second = await bench.run(words, { cwd: folder });
  const isHealed = second.exit === 0 || (second.exit === 2 && /has all of these operations already/.test(second.text));
  const verdict = isHealed ? differenceOf(treeOf(folder), wanted) : `the second start: ${second.text}`;
  return { isThrough: first.exit !== 'SIGKILL', verdict: `at call ${call}: ${verdict}` };
}

/** Kills a command at each of these calls, or at every one there is; tells what was not the same afterwards. */
async function killed(bench: Bench, killing: Killed, calls?: readonly number[]): Promise<string> {
  const wanted = await treeAfter(bench, FILES, [...killing.before, killing.words]);
  const wrong: string[] = [];
  let times = 0;
  for (let index = 0; index < (calls?.length ?? 200); index += 1) {
    const { isThrough, verdict } = await killedAt(bench, calls?.[index] ?? index + 1, killing, wanted);
    if (isThrough) break;
    times += 1;
    if (!verdict.endsWith(': the same')) wrong.push(verdict);
  }
  return `killed ${times > 2 ? 'often enough' : `${times} times`}; ${wrong.length === 0 ? 'each time all or nothing' : wrong.join('; ')}`;
}

const row = (name: string, killing: Killed, calls?: readonly number[]): Attack => ({
  name,
  isSlow: calls === undefined,
  came: (bench) => killed(bench, killing, calls),
  must: /^killed often enough; each time all or nothing$/,
  broken: 'killed often enough; at call 4: contracts/one/contract.ts is missing',
  // The folder of a killed run is removed by the next one that needs a temporary folder; `import` needs none.
  leaves: /^file pactcheck-/,
});

/** Commands that are killed while they write, whenever that is. */
export const KILLED: Table = {
  kind: 'disks',
  attacks: [
    row('import is killed at three calls of all that change a file', { before: [], words: IMPORT }, [3, 6, 9]),
    row('import is killed at every call that changes a file', { before: [], words: IMPORT }),
    row('init is killed at every call that changes a file', { before: [], words: INIT }),
    row('pacts are killed at every call that changes a file', { before: [IMPORT], words: PACTS }),
  ],
};
