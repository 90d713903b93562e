import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fuzz, type ParseFunction, type ParserUnderTest, type Standing } from '../../src/fuzz';
import { baseFor } from '../../test/fuzz/conformance/subjects';
import { PARSERS } from './parsers';

const ROOT = join(__dirname, '../..');
/** An isolate compiles all anew: what is measured begins when it has. */
const WARM = 20_000;
const RUNS = 40_000;
const TURNS = 5;

/** What is measured. */
interface Subject {
  /** The name of the parser. */
  readonly name: string;
  readonly says: string;
  /** Where it is exported. */
  readonly reference: string;
}

const SUBJECTS: readonly Subject[] = [
  { name: 'lean', says: 'a lean parser', reference: 'test/fuzz/conformance/parsers/lean.ts#parseLean' },
  {
    name: 'console',
    says: 'the parser of the console',
    reference: 'contracts/user-update-resp/consumer/parser.ts#parseUser',
  },
];

/** As they are loaded, so that they run as fast as compiled code: neither is measured with what transforms sources. */
const JITI = join(ROOT, 'node_modules/.bin/jiti');

const rejectsWith = ['UnreadableResponse', 'Refused'];

/** Microseconds per call of a parser, from where all is warm. @throws Error where the parser is found fault with. */
async function perCall(parser: ParserUnderTest): Promise<number> {
  const standings: Standing[] = [];
  const onProgress = (standing: Standing): void => void standings.push(standing);
  const run = await fuzz({ ...baseFor(), parser, rejectsWith, seed: 1, runs: RUNS, onProgress });
  if (run.summary.failed > 0) throw new Error(`${run.results[0]?.id}: a correct parser must have no finding`);
  const first = standings.find(({ cases }) => cases > WARM) as Standing;
  const last = standings.findLast(({ cases }) => cases <= RUNS) as Standing;
  return ((last.elapsed - first.elapsed) * 1000) / (last.calls - first.calls);
}

/** All that a parser is given in such a run, in order. */
async function payloads(parse: ParseFunction): Promise<string[]> {
  const bodies: string[] = [];
  const recording: ParseFunction = (body, response) => {
    bodies.push(body);
    return parse(body, response);
  };
  const parser = { kind: 'loaded', exported: recording } as const;
  await fuzz({ ...baseFor(), parser, rejectsWith, seed: 1, runs: RUNS });
  return bodies;
}

/** Microseconds per call in a loop that does nothing else, from where all is warm; the payloads are in a file. */
const bare = (name: string, file: string): number =>
  Number(execFileSync(JITI, ['bench/fuzzing/bare.ts', name, file, String(WARM)], { cwd: ROOT }));

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] as number;

const entry = { file: join(ROOT, 'dist/app/fuzz-program.js') };

/** The ways to run a parser, and how many times as long as in the bare loop a call may take there. */
const ways = (
  { name, reference }: Subject,
  file: string,
): readonly (readonly [name: string, measure: () => Promise<number>, aim?: number])[] => {
  const module = { kind: 'module', reference, cwd: ROOT, entry } as const;
  const command = `${JITI} bench/fuzzing/adapter.ts ${name}`;
  return [
    ['bare loop', async () => bare(name, file)],
    ['none', () => perCall({ kind: 'loaded', exported: PARSERS[name] })],
    ['worker', () => perCall({ ...module, isolate: 'worker' }), 1.3],
    ['process', () => perCall({ ...module, isolate: 'process' })],
    ['cmd', () => perCall({ kind: 'command', command, cwd: ROOT }), 2],
  ];
};

const verdict = (ratio: number, aim: number | undefined): string =>
  aim === undefined ? '' : `, aim ${aim.toFixed(1)} ×: ${ratio <= aim ? 'met' : 'missed'}`;

/** The times of each way, so many turns of all of them. */
async function timesOf(all: ReturnType<typeof ways>): Promise<number[][]> {
  const times = all.map(() => [] as number[]);
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const [index, [, measure]] of all.entries()) times[index]?.push(await measure());
  return times;
}

async function measured(subject: Subject): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pactcheck-speed-'));
  const file = join(folder, 'payloads.json');
  writeFileSync(file, JSON.stringify(await payloads(PARSERS[subject.name] as ParseFunction)));
  const all = ways(subject, file);
  const times = await timesOf(all).finally(() => rmSync(folder, { recursive: true }));
  const [baseline = 1, ...others] = times.map(median);
  console.log(`${subject.says}: ${baseline.toFixed(1)} µs a call in a bare loop`);
  for (const [index, time] of others.entries()) {
    const [name = '', , aim] = all[index + 1] ?? [];
    const ratio = time / baseline;
    console.log(`  ${name.padEnd(8)} ${time.toFixed(1).padStart(6)} µs, ${ratio.toFixed(2)} ×${verdict(ratio, aim)}`);
  }
}

/**
 * What a call costs in the fuzzer against a bare loop of the same parser on the same payloads, by where the parser
 * runs: needs `npm run build`. The aims are those for a parser that takes 10 µs.
 */
export async function speed(name?: string): Promise<void> {
  const named = SUBJECTS.filter((subject) => subject.name === name);
  for (const subject of named.length > 0 ? named : SUBJECTS) await measured(subject);
}
