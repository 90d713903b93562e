import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { bodyMembers, type Case } from '../../src/contract';
import { baseFor } from '../../test/fuzz/conformance/subjects';
import { noticing, SEED } from './noticing';

const HERE = join(__dirname, 'jazzer');
const JAZZER = join(HERE, 'node_modules/.bin/jazzer');
const RUNS = 5000;
/** Guided by coverage, it needs more. */
const ITS_RUNS = 20_000;
const LONGEST = 4096;

/** Valid bodies to begin with, as this fuzzer has them. */
function writeSeeds(folder: string): void {
  mkdirSync(folder);
  const bodies = [...baseFor().cases].flatMap(({ verdict, body = '' }) => (verdict === 'accept' ? [body] : []));
  for (const [index, body] of bodies.filter(({ length }) => length <= LONGEST).entries())
    writeFileSync(join(folder, `seed-${index}`), body);
}

/** Has it feed a correct parser, and keeps what it fed; a sentence where it does not run. */
function recorded(folder: string): Buffer | string {
  const [parser, corpus, record] = ['parser.js', 'corpus', 'record'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const source = join(__dirname, '../../test/fuzz/conformance/parsers/lean.ts');
  buildSync({ entryPoints: [source], outfile: parser, bundle: true, platform: 'node', logLevel: 'error' });
  writeSeeds(corpus);
  const flags = [`-runs=${ITS_RUNS}`, `-seed=${SEED}`, `-max_len=${LONGEST}`];
  const words = [join(HERE, 'target.js'), corpus, '--sync', '-i', parser, '--', ...flags];
  const env = { ...process.env, PARSER: parser, RECORD: record };
  const { status, stderr, error } = spawnSync(JAZZER, words, { cwd: folder, env, encoding: 'utf8' });
  if (status === 0 && existsSync(record)) return readFileSync(record);
  const line = /^.*Error: .*$/m.exec(stderr ?? '')?.[0];
  return line ?? error?.message ?? `it ended with exit code ${status}`;
}

/** What was recorded, held to the contract. */
function casesIn(record: Buffer): Case[] {
  const { judge, response } = baseFor();
  const status = Number(response.response.status);
  const headers = { 'content-type': 'application/json' };
  const cases: Case[] = [];
  for (let at = 0; at < record.length; ) {
    const start = at + 4;
    at = start + record.readUInt32LE(at);
    const bytes = record.subarray(start, at);
    const verdict = judge(bytes).length === 0 ? 'accept' : 'reject';
    cases.push({ id: `fed ${at}`, verdict, status, headers, ...bodyMembers(bytes), classes: {}, seed: SEED });
  }
  return cases;
}

/** How many cases it takes until a planted mistake is noticed by the same oracles, against those of Jazzer.js. */
export async function jazzer(): Promise<void> {
  if (!existsSync(JAZZER)) {
    console.log('Jazzer.js: skipped, because it is not installed: npm install --prefix bench/fuzzing/jazzer');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'pactcheck-jazzer-'));
  try {
    const record = recorded(folder);
    if (typeof record === 'string') {
      console.log(`Jazzer.js: skipped, because it does not run here: ${record}`);
      return;
    }
    await noticing('pactcheck', RUNS);
    await noticing('Jazzer.js', ITS_RUNS, casesIn(record));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
