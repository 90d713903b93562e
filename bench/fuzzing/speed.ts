import { join } from 'node:path';
import { parseUser } from '../../contracts/user-update-resp/consumer/parser';
import { fuzz, type ParseFunction, type ParserUnderTest, type Standing } from '../../src/fuzz';
import { parseLean } from '../../test/fuzz/conformance/parsers/lean';
import { baseFor } from '../../test/fuzz/conformance/subjects';

const ROOT = join(__dirname, '../..');
/** An isolate compiles all anew: what is measured begins when it has. */
const WARM = 20_000;
const RUNS = 40_000;
const TURNS = 3;

/** What is measured: a parser, as a function and as a program. */
interface Subject {
  readonly name: string;
  readonly parse: ParseFunction;
  readonly reference: string;
  readonly command: string;
}

/** As it is loaded, so that it runs as fast as compiled code: neither is measured with what transforms sources. */
const adapter = (name: string): string => `node_modules/.bin/jiti bench/fuzzing/adapter.ts ${name}`;

const LEAN: Subject = {
  name: 'a lean parser',
  parse: parseLean,
  reference: 'test/fuzz/conformance/parsers/lean.ts#parseLean',
  command: adapter('lean'),
};

const CONSOLE: Subject = {
  name: 'the parser of the console',
  parse: parseUser as ParseFunction,
  reference: 'contracts/user-update-resp/consumer/parser.ts#parseUser',
  command: adapter('console'),
};

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

/** All that a parser is given in such a run from where it is warm, in order. */
async function payloads(parse: ParseFunction): Promise<string[]> {
  const bodies: string[] = [];
  const recording: ParseFunction = (body, response) => {
    bodies.push(body);
    return parse(body, response);
  };
  const parser = { kind: 'loaded', exported: recording } as const;
  await fuzz({ ...baseFor(), parser, rejectsWith, seed: 1, runs: RUNS });
  return bodies.slice(-WARM);
}

const response = { status: 200, headers: { 'content-type': 'application/json' }, request: { body: '{}' } };

/** Microseconds per call in a loop that does nothing else. */
function bare(parse: ParseFunction, bodies: readonly string[]): number {
  const started = performance.now();
  for (const body of bodies) {
    try {
      parse(body, response);
    } catch {
      // Refused.
    }
  }
  return ((performance.now() - started) * 1000) / bodies.length;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] as number;

const entry = { file: join(ROOT, 'dist/cli/fuzz-program.js') };

/** The ways to run a parser, and how many times as long as in the bare loop a call may take there. */
const ways = (
  { parse, reference, command }: Subject,
  bodies: readonly string[],
): readonly (readonly [name: string, measure: () => Promise<number>, aim?: number])[] => {
  const module = { kind: 'module', reference, cwd: ROOT, entry } as const;
  return [
    ['bare loop', async () => bare(parse, bodies)],
    ['none', () => perCall({ kind: 'loaded', exported: parse })],
    ['worker', () => perCall({ ...module, isolate: 'worker' }), 1.3],
    ['process', () => perCall({ ...module, isolate: 'process' })],
    ['cmd', () => perCall({ kind: 'command', command, cwd: ROOT }), 2],
  ];
};

const verdict = (ratio: number, aim: number | undefined): string =>
  aim === undefined ? '' : `, aim ${aim.toFixed(1)} ×: ${ratio <= aim ? 'met' : 'missed'}`;

async function measured(subject: Subject): Promise<void> {
  const all = ways(subject, await payloads(subject.parse));
  const times = all.map(() => [] as number[]);
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const [index, [, measure]] of all.entries()) times[index]?.push(await measure());
  const [baseline = 1, ...others] = times.map(median);
  console.log(`${subject.name}: ${baseline.toFixed(1)} µs a call in a bare loop`);
  for (const [index, time] of others.entries()) {
    const [name = '', , aim] = all[index + 1] ?? [];
    const ratio = time / baseline;
    console.log(`  ${name.padEnd(8)} ${time.toFixed(1).padStart(6)} µs, ${ratio.toFixed(2)} ×${verdict(ratio, aim)}`);
  }
}

const SUBJECTS: Readonly<Record<string, Subject>> = { lean: LEAN, console: CONSOLE };

/**
 * What a call costs in the fuzzer against a bare loop of the same parser on the same payloads, by where the parser
 * runs: needs `npm run build`. The aims are those for a parser that takes 10 µs.
 */
export async function speed(name?: string): Promise<void> {
  const subject = name === undefined ? undefined : SUBJECTS[name];
  for (const one of subject === undefined ? [LEAN, CONSOLE] : [subject]) await measured(one);
}
