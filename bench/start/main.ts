// How long commands take around their work, in bare starts of Node: `npx jiti bench/start/main.ts`.
// They run in a project that has the package installed. Rounds interleave all of them, so that a busy machine slows each alike; medians are compared.
// Beside the time stands the processor's, of all threads of the process: a machine that others use makes no difference to it.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackage } from '../../test/support/installed-package';

const ROOT = join(__dirname, '../..');
const BIN = 'node_modules/pactcheck/bin/pactcheck.js';
const PROJECT = mkdtempSync(join(tmpdir(), 'pactcheck-start-'));
const ROUNDS = Number(process.env['ROUNDS'] ?? 15);
const CONTRACT = 'user-update-resp';
/** The exit code of a command that cannot reach its service. */
const EXIT_ENVIRONMENT = 3;

/** The model contract and its pacts, as somebody's project has them. */
function makeProject(): void {
  installPackage(PROJECT);
  for (const folder of ['contracts', 'pacts']) cpSync(join(ROOT, folder), join(PROJECT, folder), { recursive: true });
}

/** The time that a program took, in milliseconds. */
interface Taken {
  readonly wall: number;
  readonly cpu: number;
}

const COUNTER = join(PROJECT, 'counter.cjs');

/** Has a program say at its end what it took of the processor, on a stream of its own. */
const writeCounter = (): void =>
  writeFileSync(
    COUNTER,
    `if (require('node:worker_threads').isMainThread)
       process.on('exit', () => require('node:fs').writeSync(3, JSON.stringify(process.cpuUsage())));`,
  );

const cpuIn = (text: string): number => {
  const { user, system } = JSON.parse(text) as NodeJS.CpuUsage;
  return (user + system) / 1000;
};

/** Times a program, without the work that its own run reports. */
function around(words: readonly string[], expected = 0): Taken {
  const started = performance.now();
  const { status, stdout, stderr, output } = spawnSync(process.execPath, ['-r', COUNTER, ...words], {
    cwd: PROJECT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const taken = performance.now() - started;
  if (status !== expected) throw new Error(`node ${words.join(' ')} ended with ${status}: ${stderr}`);
  const work = words.includes('--json') ? (JSON.parse(stdout).summary.durationMs as number) : 0;
  return { wall: taken - work, cpu: cpuIn(output[3] ?? '') - work };
}

/** Times a program up to its first output; its processor time is that of a run which prints nothing else. */
async function firstWord(words: readonly string[], alone: readonly string[]): Promise<Taken> {
  const started = performance.now();
  const child = spawn(process.execPath, words, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const wall = performance.now() - started;
  child.stdout.resume();
  await once(child, 'exit');
  return { wall, cpu: around([...words, ...alone]).cpu };
}

/** An address where nothing listens: port 1 is nobody's. */
const NOWHERE = 'http://127.0.0.1:1';

/** Times a verification without its work; its processor time is that of a run whose service is not there. */
function verifying(words: readonly string[], url: string): Taken {
  const nowhere = words.filter((word) => word !== '--json').map((word) => word.replace(url, NOWHERE));
  return { wall: around(words).wall, cpu: around(nowhere, EXIT_ENVIRONMENT).cpu };
}

interface Serving {
  readonly child: ChildProcess;
  readonly url: string;
  readonly statesUrl: string;
}

async function serving(): Promise<Serving> {
  const child = spawn(process.execPath, [BIN, 'serve', CONTRACT, '--json', '--token', 'bench'], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, ...(JSON.parse(line.toString()) as { url: string; statesUrl: string }) };
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

async function main(): Promise<void> {
  makeProject();
  writeCounter();
  const { child, url, statesUrl } = await serving();
  const to = [
    '--provider-base-url',
    url,
    '--provider-states-setup-url',
    statesUrl,
    '--header',
    'Authorization: Bearer bench',
  ];
  const measures: Record<string, () => Taken | Promise<Taken>> = {
    bare: () => around(['-e', '0']),
    '--version': () => around([BIN, '--version']),
    '--help': () => around([BIN, '--help']),
    'cases, until the first case': () => firstWord([BIN, 'cases', CONTRACT], ['--count', '1']),
    'diff, around its work': () => around([BIN, 'diff', CONTRACT, CONTRACT, '--json']),
    'verify, around its work': () => verifying([BIN, 'verify', ...to, '--json'], url),
  };
  const taken = new Map(Object.keys(measures).map((name) => [name, [] as Taken[]]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, measure] of Object.entries(measures)) taken.get(name)?.push(await measure());
  child.kill();
  rmSync(PROJECT, { recursive: true, force: true });
  const shown = (name: string, of: keyof Taken): string => {
    const middle = (each: string): number => median((taken.get(each) ?? []).map((one) => one[of]));
    const share = (middle(name) / middle('bare')).toFixed(2);
    return `${middle(name).toFixed(0).padStart(6)} ms${share.padStart(8)} bare starts`;
  };
  console.log(`${''.padEnd(30)}${'time'.padStart(29)}${'processor'.padStart(29)}`);
  for (const name of taken.keys()) console.log(`${name.padEnd(30)}${shown(name, 'wall')}${shown(name, 'cpu')}`);
}

main();
