// How long commands take around their work, in bare starts of Node: `npx jiti bench/start/main.ts`.
// They run in a project that has the package installed. Rounds interleave all of them, so that a busy machine slows each alike; medians are compared.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackage } from '../../test/support/installed-package';

const ROOT = join(__dirname, '../..');
const BIN = 'node_modules/pactcheck/bin/pactcheck.js';
const PROJECT = mkdtempSync(join(tmpdir(), 'pactcheck-start-'));
const ROUNDS = Number(process.env['ROUNDS'] ?? 15);
const CONTRACT = 'user-update-resp';

/** The model contract and its pacts, as somebody's project has them. */
function makeProject(): void {
  installPackage(PROJECT);
  for (const folder of ['contracts', 'pacts']) cpSync(join(ROOT, folder), join(PROJECT, folder), { recursive: true });
  const sources = readdirSync(join(PROJECT, 'contracts'), { recursive: true, encoding: 'utf8' });
  for (const name of sources.filter((path) => path.endsWith('.ts'))) {
    const file = join(PROJECT, 'contracts', name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/'(?:\.\.\/)+src'/g, "'pactcheck'"));
  }
}

/** Milliseconds that a program takes beside the work that its run counts for itself. */
function around(words: readonly string[]): number {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: PROJECT, encoding: 'utf8' });
  const taken = performance.now() - started;
  if (status !== 0) throw new Error(`node ${words.join(' ')} ended with ${status}: ${stderr}`);
  return taken - (words.includes('--json') ? (JSON.parse(stdout).summary.durationMs as number) : 0);
}

/** Milliseconds until a program says something. */
async function firstWord(words: readonly string[]): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, words, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const taken = performance.now() - started;
  child.stdout.resume();
  await once(child, 'exit');
  return taken;
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
  const { child, url, statesUrl } = await serving();
  const to = [
    '--provider-base-url',
    url,
    '--provider-states-setup-url',
    statesUrl,
    '--header',
    'Authorization: Bearer bench',
  ];
  const measures: Record<string, () => number | Promise<number>> = {
    bare: () => around(['-e', '0']),
    '--version': () => around([BIN, '--version']),
    '--help': () => around([BIN, '--help']),
    'cases, until the first case': () => firstWord([BIN, 'cases', CONTRACT]),
    'diff, around its work': () => around([BIN, 'diff', CONTRACT, CONTRACT, '--json']),
    'verify, around its work': () => around([BIN, 'verify', ...to, '--json']),
  };
  const taken = new Map(Object.keys(measures).map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, measure] of Object.entries(measures)) taken.get(name)?.push(await measure());
  child.kill();
  rmSync(PROJECT, { recursive: true, force: true });
  const bare = median(taken.get('bare') ?? []);
  for (const [name, values] of taken) {
    const ms = median(values);
    console.log(`${name.padEnd(30)}${ms.toFixed(0).padStart(6)} ms${(ms / bare).toFixed(2).padStart(8)} bare starts`);
  }
}

main();
