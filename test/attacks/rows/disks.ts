import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Attack, Table } from '../attack';
import type { Bench } from '../bench';
import { DOCUMENT, treeOf } from '../project';
import { hearing, json, writePact } from '../verified';

const INIT = ['init', 'doc.json', '--operation', 'getOne', '--ci', 'none', '--runner', 'node'];
const IMPORT = ['import', 'doc.json#getOne', '--out', 'contracts/one'];

/** A shell puts a limit on what follows; `sh` is on every system that has `ulimit`. */
const limited = (bench: Bench, blocks: number, words: readonly string[], cwd: string) =>
  bench.start('/bin/sh', ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, bench.program, ...words], {
    cwd,
  });

const isRoot = process.getuid?.() === 0;

/** Whoever may write everywhere is somebody else for this. */
const unprivileged = (bench: Bench, words: readonly string[], cwd: string) => {
  const program = [process.execPath, bench.program, ...words];
  const env = { HOME: '/nonexistent', XDG_CACHE_HOME: '/nonexistent' };
  const as = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', ...program];
  const [file = '', ...rest] = isRoot ? as : program;
  return bench.start(file, rest, { cwd, env });
};

/** Lets others look into the installation, and write temporary files. */
function openUp(bench: Bench): void {
  chmodSync(dirname(bench.folder), 0o755);
  chmodSync(bench.folder, 0o755);
  chmodSync(bench.temporary, 0o777);
}

const SENTENCE = [/^exit 3\n/, /error .*(?:cannot be (?:written|read|loaded)|is not there)[^\n]*/];
const DEFECT = /defect of pactcheck|at Object\.|node:internal/;

const sentenceRow = (
  name: string,
  came: Attack['came'],
  why: RegExp,
  { isSlow = false, broken = 'exit 3\nerror Error: ENOSPC\n      This is a defect of pactcheck: run again' } = {},
): Attack => ({ name, isSlow, came, must: [...SENTENCE, why], mustNot: DEFECT, broken });

/** Runs commands in a read-only folder, as somebody who may not write everywhere. */
const readOnly = (words: readonly string[]) => async (bench: Bench) => {
  const folder = bench.inner('read-only', { 'doc.json': DOCUMENT });
  openUp(bench);
  chmodSync(folder, 0o555);
  const { text } = await unprivileged(bench, words, folder);
  chmodSync(folder, 0o755);
  return `${text}${[...treeOf(folder).keys()].join(' ')}`;
};

/** Runs a command of which no file may be larger than nothing, or than 512 bytes; what it left stands at the end. */
const full = (words: readonly string[], blocks: number) => async (bench: Bench) => {
  const folder = bench.inner('full', { 'doc.json': DOCUMENT });
  const { text } = await limited(bench, blocks, words, folder);
  return `${text}left: ${[...treeOf(folder).keys()].join(' ')}`;
};

const FULL = /larger than the limit[\s\S]*left: doc\.json$/;

async function deletedFolder(bench: Bench, words: readonly string[]): Promise<string> {
  const folder = bench.inner('deleted');
  const shell = ['-c', `cd ${folder} && rmdir ${folder} && exec "$0" "$@"`, process.execPath, bench.program, ...words];
  return (await bench.start('/bin/sh', shell)).text;
}

const DISKS_FULL: readonly Attack[] = [
  sentenceRow('import where no file may grow', full(IMPORT, 0), FULL),
  sentenceRow('import where files may be small only', full(IMPORT, 1), FULL),
  sentenceRow('init where no file may grow', full(INIT, 0), FULL, { isSlow: true }),
  sentenceRow('init where files may be small only', full(INIT, 1), FULL, { isSlow: true }),
  sentenceRow(
    'stdout is full',
    async (bench) => {
      bench.write({ 'doc.json': DOCUMENT });
      const shell = ['-c', 'exec "$0" "$@" >/dev/full', process.execPath, bench.program, 'cases', 'doc.json#getOne'];
      return (await bench.start('/bin/sh', shell)).text;
    },
    /stdout cannot be written: the disk is full/,
  ),
  sentenceRow(
    'a report goes to a full disk',
    async (bench) => {
      bench.write({ 'doc.json': DOCUMENT });
      return (await bench.run(['diff', 'doc.json', 'doc.json', '--reporter', 'json=/dev/full'])).text;
    },
    /\/dev\/full cannot be written: the disk is full/,
    { isSlow: true, broken: 'exit 0\n' },
  ),
];

const READ_ONLY: readonly Attack[] = [
  sentenceRow('import in a read-only folder', readOnly(IMPORT), /permission is denied/),
  sentenceRow('init in a read-only folder', readOnly(INIT), /permission is denied/, { isSlow: true }),
  sentenceRow(
    'a report in a read-only folder',
    readOnly(['diff', 'doc.json', 'doc.json', '--reporter', 'json=run.json']),
    /run\.json cannot be written: permission is denied/,
    { isSlow: true },
  ),
  {
    name: 'what writes nothing passes in a read-only folder without a home',
    isSlow: true,
    came: readOnly(['cases', 'doc.json#getOne']),
    must: /^exit 0\n/,
    broken: 'exit 3\nerror Error: EACCES: permission denied, mkdir',
  },
];

const PLACES: readonly Attack[] = [
  sentenceRow('the working folder was deleted', (bench) => deletedFolder(bench, ['cases', 'x.json']), /working folder/),
  sentenceRow(
    'gate where the working folder was deleted',
    (bench) => deletedFolder(bench, ['gate']),
    /working folder/,
    {
      isSlow: true,
    },
  ),
  sentenceRow(
    'a file stands where a folder is due',
    async (bench) => {
      bench.write({ 'doc.json': DOCUMENT, contracts: 'a file' });
      return (await bench.run(IMPORT)).text;
    },
    /contracts[^\n]* cannot be written: (?:a part of the path is a file|something else is there)/,
  ),
  sentenceRow(
    'a folder stands where a file is due',
    async (bench) => {
      bench.write({ 'doc.json': DOCUMENT });
      mkdirSync(join(bench.folder, 'contracts/one/model.ts/inner'), { recursive: true });
      return (await bench.run(IMPORT)).text;
    },
    /model\.ts[^\n]* it is a folder/,
    { isSlow: true },
  ),
  sentenceRow(
    'the folder for temporary files is not there',
    async (bench) => {
      bench.write({ 'doc.json': DOCUMENT });
      const shell = ['-c', 'TMPDIR=/nonexistent exec "$0" "$@"', process.execPath, bench.program, 'pacts', 'doc.json'];
      return (await bench.start('/bin/sh', shell)).text;
    },
    /Set TMPDIR/,
  ),
  {
    name: 'a report is written to a device, which stays one',
    isSlow: true,
    came: async (bench) => {
      bench.write({ 'doc.json': DOCUMENT });
      const words = ['diff', 'doc.json', 'doc.json', '--reporter', 'json=/dev/stdout'];
      const shell = ['-c', '"$0" "$@" | cat', process.execPath, bench.program, ...words];
      return (await bench.start('/bin/sh', shell)).text;
    },
    must: /^exit 0\n[\s\S]*"command": "diff"/,
    broken: 'exit 0 ',
  },
];

/** Two runs at the same time; tells their exit codes, and that nothing of ours is left. */
async function atOnce(bench: Bench, runs: readonly (readonly string[])[]): Promise<string> {
  const ended = await Promise.all(runs.map((words) => bench.run(words, { limit: 180 })));
  const hidden = [...treeOf(bench.folder).keys()].filter((path) => /\.pactcheck|\.tmp$/.test(path));
  return `exits ${ended.map(({ exit }) => exit).join(' ')}; left ${hidden.join(' ') || 'nothing'}; `;
}

const AT_ONCE: readonly Attack[] = [
  {
    name: 'three inits at the same time: each operation, all pacts, one configuration',
    isSlow: true,
    came: async (bench) => {
      bench.write({ 'doc.json': DOCUMENT });
      const inits = ['getOne', 'getTwo', 'getThree'].map((id) => [
        'init',
        'doc.json',
        '--operation',
        id,
        '--ci',
        'none',
      ]);
      const said = await atOnce(bench, inits);
      const contract = treeOf(bench.folder).get('contracts/things/contract.ts') ?? '';
      const operations = ['getOne', 'getTwo', 'getThree'].filter((id) => contract.includes(`${id}:`));
      const check = await bench.run(['pacts', '--check']);
      return `${said}${operations.length} operations; check ${check.text}`;
    },
    must: /^exits 0 0 0; left nothing; 3 operations; check exit 0\n/,
    broken: 'exits 0 0 0; left nothing; 1 operations; check exit 1\n',
  },
  {
    name: 'two inits of one operation at the same time: one of them is first',
    isSlow: true,
    came: async (bench) => {
      bench.write({ 'doc.json': DOCUMENT });
      const init = ['init', 'doc.json', '--operation', 'getOne', '--ci', 'none'];
      return atOnce(bench, [init, init]);
    },
    must: /^exits (?:0 2|2 0); left nothing; /,
    broken: 'exits 0 0; left nothing; ',
  },
  {
    name: 'two fuzzings list what they found in one baseline at the same time',
    isSlow: true,
    came: async (bench) => {
      const parsers = 'exports.one = () => 1;\nexports.two = (text) => ({ ...JSON.parse(text), own: true });\n';
      bench.write({ 'doc.json': DOCUMENT, 'parsers.js': parsers, 'known.json': '[]' });
      const known = ['--baseline', 'known.json', '--update-baseline', 'old', '--until', '2099-01-01', '--runs', '30'];
      const fuzz = (name: string) => ['fuzz', 'doc.json#getOne', '--parser', `parsers.js#${name}`, ...known];
      const said = await atOnce(bench, [fuzz('one'), fuzz('two')]);
      const again = await Promise.all(
        ['one', 'two'].map((name) => bench.run([...fuzz(name).slice(0, 6), '--runs', '30'])),
      );
      return `${said}known ${again.map(({ exit }) => exit).join(' ')}`;
    },
    // Of a parser all of whose findings are known nothing may be left that was tested.
    must: /^exits [04] [04]; left nothing; known [04] [04]$/,
    broken: 'exits 0 0; left nothing; known 1 0',
  },
  {
    name: 'verify and fuzz remember what failed, each its own',
    isSlow: true,
    came: async (bench) => {
      const service = await hearing(bench, (_request, response) => json(response, { id: 'no number' }));
      writePact(bench, [{ response: { body: { id: 1 } } }]);
      const words = ['verify', '--provider-base-url', service.url];
      const said = await atOnce(bench, [words, words]);
      const again = await bench.run([...words, '--last-failed']);
      return `${said}again ${again.text}`;
    },
    must: /^exits 1 1; left nothing; again exit 1\n/,
    broken: 'exits 1 1; left nothing; again 2',
  },
];

const LEFT: readonly Attack[] = [
  {
    name: 'the temporary folder of a killed run is removed by the next',
    came: async (bench) => {
      const service = await hearing(bench, (_request, response) =>
        setTimeout(() => json(response, { id: 1 }), 20_000).unref(),
      );
      writePact(bench, [{}]);
      const words = ['verify', '--provider-base-url', service.url];
      const first = await bench.run([...words, '--timeout', '30'], {
        meanwhile: (child) => {
          const look = setInterval(() => {
            if (service.requests.length === 0) return;
            clearInterval(look);
            child.kill('SIGKILL');
          }, 50);
          child.once('exit', () => clearInterval(look));
        },
      });
      const left = bench.left().filter((one) => one.startsWith('file pactcheck-')).length;
      await bench.run(['verify', '--provider-base-url', 'http://127.0.0.1:9', '--timeout', '1']);
      const still = bench.left().filter((one) => one.startsWith('file pactcheck-'));
      return `${first.exit}; ${left > 0 ? 'left' : 'nothing left'}; then ${still.join(' ') || 'none'}`;
    },
    must: /^SIGKILL; left; then none$/,
    broken: 'SIGKILL; left; then file pactcheck-replay-1.2-abc',
  },
];

/** What disks and folders may refuse, and several runs in one of them. */
export const DISKS: Table = { kind: 'disks', attacks: [...DISKS_FULL, ...READ_ONLY, ...PLACES, ...AT_ONCE, ...LEFT] };
