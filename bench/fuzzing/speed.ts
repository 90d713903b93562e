import { join } from 'node:path';
import { parseUser } from '../../contracts/user-update-resp/consumer/parser';
import { fuzz, type ParseFunction, type ParserUnderTest, type Standing } from '../../src/fuzz';
import { baseFor } from '../../test/fuzz/conformance/subjects';

const ROOT = join(__dirname, '../..');
const PARSER = 'contracts/user-update-resp/consumer/parser.ts#parseUser';
/** An isolate compiles all anew: what is measured begins when it has. */
const WARM = 20_000;
const RUNS = 40_000;
const TURNS = 3;

/** Microseconds per call of a parser, from where all is warm. */
async function perCall(parser: ParserUnderTest): Promise<number> {
  const standings: Standing[] = [];
  const onProgress = (standing: Standing): void => void standings.push(standing);
  await fuzz({ ...baseFor(), parser, rejectsWith: ['UnreadableResponse'], seed: 1, runs: RUNS, onProgress });
  const first = standings.find(({ cases }) => cases > WARM) as Standing;
  const last = standings.findLast(({ cases }) => cases <= RUNS) as Standing;
  return ((last.elapsed - first.elapsed) * 1000) / (last.calls - first.calls);
}

/** All that a parser is given in such a run, in order. */
async function payloads(): Promise<string[]> {
  const bodies: string[] = [];
  const recording: ParseFunction = (body) => {
    bodies.push(body);
    return parseUser(body);
  };
  const parser = { kind: 'loaded', exported: recording } as const;
  await fuzz({ ...baseFor(), parser, rejectsWith: ['UnreadableResponse'], seed: 1, runs: RUNS });
  return bodies.slice(-20_000);
}

/** Microseconds per call in a loop that does nothing else. */
function bare(bodies: readonly string[]): number {
  const started = performance.now();
  for (const body of bodies) {
    try {
      parseUser(body);
    } catch {
      // Refused.
    }
  }
  return ((performance.now() - started) * 1000) / bodies.length;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] as number;

const entry = { file: join(ROOT, 'dist/cli/fuzz-program.js') };
const module = (isolate: 'worker' | 'process'): ParserUnderTest => ({
  kind: 'module',
  reference: PARSER,
  cwd: ROOT,
  isolate,
  entry,
});

/** What the fuzzer costs beside the parser, by where the parser runs: needs `npm run build`. */
export async function speed(): Promise<void> {
  const bodies = await payloads();
  const ways: readonly (readonly [string, () => Promise<number>])[] = [
    ['bare loop', async () => bare(bodies)],
    ['none', () => perCall({ kind: 'loaded', exported: parseUser })],
    ['worker', () => perCall(module('worker'))],
    ['process', () => perCall(module('process'))],
    ['cmd', () => perCall({ kind: 'command', command: 'node_modules/.bin/jiti bench/fuzzing/adapter.ts', cwd: ROOT })],
  ];
  const times = new Map(ways.map(([name]) => [name, [] as number[]]));
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const [name, measure] of ways) times.get(name)?.push(await measure());
  const baseline = median(times.get('bare loop') as number[]);
  for (const [name, all] of times)
    console.log(
      `${name.padEnd(10)} ${median(all).toFixed(1).padStart(8)} µs a call, ${(median(all) / baseline).toFixed(2)} ×`,
    );
}
