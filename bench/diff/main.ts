// Measures what comparing costs beside reading: `node -r esbuild-register bench/diff/main.ts`. Two versions of documents with 125,
// 250 and 500 operations are read into contracts and compared, in one run. Exit code 1 where comparing 500 operations takes
// more than three times what reading both takes, or where twice the operations take more than three times as long.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContract } from '../../src/app/contract-reference';
import { diffTools } from '../../src/app/diff/tools';
import { diffContracts } from '../../src/breaking';
import type { Contract } from '../../src/contract';
import { twoVersions } from './two-versions';

const SIZES = [125, 250, 500];
const MOST_TIMES_READING = 3;
const MOST_GROWTH = 3;

const folder = mkdtempSync(join(tmpdir(), 'pactcheck-diff-'));

async function read(document: unknown, name: string): Promise<Contract> {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(document));
  return loadContract(file, { cwd: folder, isWhole: true });
}

/** Milliseconds for reading both versions, and for comparing them. */
async function measured(count: number): Promise<{ readonly reading: number; readonly comparing: number }> {
  const [old, now] = twoVersions(count);
  const started = performance.now();
  const [before, after] = [await read(old, 'old.json'), await read(now, 'new.json')];
  const isRead = performance.now();
  const options = { tools: diffTools(after), failOn: 'none', ignores: [], today: '2026-01-01' } as const;
  const { results } = diffContracts(before, after, options);
  const ended = performance.now();
  const found = results.flatMap(({ findings }) => findings).length;
  const [reading, comparing] = [isRead - started, ended - isRead];
  const times = (comparing / reading).toFixed(2);
  console.log(
    `${count} operations: read in ${Math.round(reading)} ms, compared in ${Math.round(comparing)} ms (${times} times), ${found} findings`,
  );
  return { reading, comparing };
}

async function main(): Promise<void> {
  await measured(20);
  const all: Awaited<ReturnType<typeof measured>>[] = [];
  for (const size of SIZES) all.push(await measured(size));
  const last = all.at(-1) ?? { reading: 0, comparing: Infinity };
  const growth = all.slice(1).map(({ comparing }, index) => comparing / (all[index]?.comparing ?? comparing));
  console.log(`twice the operations take ${growth.map((times) => times.toFixed(2)).join(' and ')} times as long`);
  const isSlow = last.comparing > MOST_TIMES_READING * last.reading || growth.some((times) => times > MOST_GROWTH);
  process.exitCode = isSlow ? 1 : 0;
}

void main().finally(() => rmSync(folder, { recursive: true }));
