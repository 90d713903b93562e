// How long a cold gate on UserUpdateResp takes without a service, against its parts run as commands of their own, as a
// script in CI would: `npm run build && npx jiti bench/gate/main.ts`. Cold: nothing that was compiled is kept.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const NAME = 'user-update-resp';
const PARSER = `contracts/${NAME}/consumer/parser.ts#parseUser`;

const PARTS = [
  ['import', `contracts/${NAME}/UserUpdateResp.md`, '--check', '--out', `contracts/${NAME}`],
  ['pacts', NAME, '--check'],
  ['coverage', NAME, '--fail-under', 'classes=90,pairs=100'],
  ['diff', `git:HEAD~1:contracts/${NAME}/contract.ts`, NAME],
  ['fuzz', NAME, '--parser', PARSER, '--runs', '2000', '--rejects-with', 'UnreadableResponse'],
] as const;

/** Seconds that a command takes in a process of its own, without a cache. */
function seconds(words: readonly string[]): number {
  const cache = mkdtempSync(join(tmpdir(), 'pactcheck-bench-'));
  const env = { ...process.env, TMPDIR: cache, JITI_FS_CACHE: 'false', JITI_CACHE: 'false' };
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['bin/pactcheck.js', ...words], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  const taken = (performance.now() - started) / 1000;
  rmSync(cache, { recursive: true, force: true });
  if (status !== 0) throw new Error(`pactcheck ${words.join(' ')} ended with ${status}: ${stderr}`);
  return taken;
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

const runs = [1, 2, 3].map(() => ({
  gate: seconds(['gate']),
  parts: PARTS.reduce((sum, words) => sum + seconds(words), 0),
}));
const [gate, parts] = [median(runs.map((run) => run.gate)), median(runs.map((run) => run.parts))];
console.log(`a cold gate              ${gate.toFixed(1)} s (it is to take less than 20 s on two cores)`);
console.log(`its parts, one by one    ${parts.toFixed(1)} s`);
console.log(`gate / parts             ${(gate / parts).toFixed(2)}`);
