import type { ChildProcess } from 'node:child_process';
import type { Attack, Table } from '../attack';
import type { Bench, Ended } from '../bench';
import { DOCUMENT } from '../project';
import { hearing, writePact } from '../verified';

/** Seconds from a signal to the end: two are promised, and a busy machine of the tests may take some more. */
const SOON = 8;

/** When a signal is sent: so many milliseconds after the start, or once the command says something. */
type Moment = number | 'output';

interface Signalled {
  readonly signal?: NodeJS.Signals;
  readonly at: Moment;
  /** Sent again so many milliseconds later. */
  readonly againAfter?: number;
}

/** Sends a signal to a command at a moment; tells the exit code, whether it ended soon, and all that it said. */
async function signalled(bench: Bench, words: readonly string[], how: Signalled): Promise<string> {
  const { signal = 'SIGTERM', at, againAfter } = how;
  let sent = 0;
  const send = (child: ChildProcess): void => {
    sent = performance.now();
    child.kill(signal);
    if (againAfter !== undefined) setTimeout(() => child.kill(signal), againAfter).unref();
  };
  const ended: Ended = await bench.run(words, {
    limit: 120,
    meanwhile: (child) => {
      if (at === 'output') child.stdout?.once('data', () => send(child));
      else setTimeout(() => send(child), at).unref();
    },
  });
  const seconds = (performance.now() - sent) / 1000;
  return `${seconds < SOON ? 'soon' : `after ${seconds.toFixed(1)} s`} ${ended.text}`;
}

const LAZY_PARSER = `
exports.read = (text) => { const until = Date.now() + 20; while (Date.now() < until); return JSON.parse(text); };
exports.stuck = () => { for (;;); };
`;

const CONTRACT = JSON.stringify({
  version: 1,
  name: 'thing',
  consumer: 'a',
  provider: 'b',
  models: {
    Thing: {
      type: 'object',
      properties: Object.fromEntries(
        Array.from({ length: 12 }, (_, index) => [
          `field${index}`,
          { type: 'string', enum: ['A', 'B', 'C', 'D', 'E', 'F'] },
        ]),
      ),
    },
  },
  operations: { get: { method: 'GET', path: '/', responses: { 200: { schema: { $ref: '#/$defs/Thing' } } } } },
});

/** The gate fuzzes for half an hour. */
const CONFIG = `module.exports = {
  contracts: [{ contract: 'thing.json', baseline: false, parsers: [{ parser: 'parser.js#read', runs: 100000 }] }],
};
`;

/** A run of so many results that its page takes a while. */
const RUN = JSON.stringify({
  schemaVersion: 1,
  command: 'verify',
  contract: 'thing',
  seed: 1,
  durationMs: 1,
  summary: { passed: 20_000, failed: 0, skipped: 0 },
  results: Array.from({ length: 20_000 }, (_, index) => ({ id: `number ${index}`, status: 'passed', findings: [] })),
});

/** Sixty factors of twelve levels, three at a time: minutes of computing, without a pause. */
const MODEL = JSON.stringify({
  name: 'large',
  factors: Array.from({ length: 60 }, (_, index) => ({
    name: `factor${index}`,
    levels: Array.from({ length: 12 }, (_level, level) => level),
  })),
});

const FUZZ = ['fuzz', 'thing.json', '--parser', 'parser.js#read', '--runs', '100000', '--json'];

/** A fuzzing that would go on for half an hour; the signal comes once its first cases are kept. */
async function fuzzed(bench: Bench, words: readonly string[], at: Moment): Promise<string> {
  bench.write({ 'thing.json': CONTRACT, 'parser.js': LAZY_PARSER });
  return signalled(bench, words, { at });
}

/** A verification of a service whose every answer takes a while. */
async function verifying(bench: Bench, at: number, words: readonly string[] = []): Promise<string> {
  const service = await hearing(bench, (_request, response) => {
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"id":1}');
    }, 400);
  });
  writePact(
    bench,
    Array.from({ length: 30 }, () => ({})),
  );
  return signalled(bench, ['verify', '--provider-base-url', service.url, ...words], { at });
}

const COMPUTING: readonly Attack[] = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => ({
  name: `${signal} while it computes`,
  isSlow: signal !== 'SIGTERM',
  came: (bench) => {
    bench.write({ 'model.json': MODEL });
    return signalled(bench, ['covering', 'model.json', '--strength', '3', '--json'], { signal, at: 2_500 });
  },
  must: [
    new RegExp(`^soon exit ${{ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal]}\\n`),
    /"interrupted": true/,
    new RegExp(`interrupted by ${signal}`),
  ],
  broken: 'after 95.2 s exit 0\n{"rows":[]}',
}));

/** Every command, at moments before and while it works. */
const MOMENTS: readonly Attack[] = [
  ['audit', 'thing.json'],
  ['cases', 'thing.json', '--mode', 'random', '--count', '10000000'],
  ['contract', 'thing.json'],
  ['coverage', 'thing.json'],
  ['covering', 'model.json', '--strength', '3'],
  ['diff', 'thing.json', 'thing.json'],
  ['fuzz', 'thing.json', '--parser', 'parser.js#read', '--runs', '100000'],
  ['fuzz', 'thing.json', '--parser', 'parser.js#stuck', '--isolate', 'none'],
  ['gate'],
  ['import', 'doc.json#getOne', '--out', 'contracts/one'],
  ['init', 'doc.json', '--operation', 'getOne', '--ci', 'none'],
  ['pacts', 'thing.json'],
  ['report', 'run.json', '--html', 'page.html'],
  ['serve', 'thing.json'],
  ['verify', '--provider-base-url', 'http://127.0.0.1:1', '--wait', '100'],
].flatMap((words) =>
  [40, 150, 600, 2_000].map(
    (at): Attack => ({
      name: `SIGTERM to ${words.slice(0, 1)} ${words.includes('none') ? 'with a parser that never returns ' : ''}after ${at} ms`,
      isSlow: true,
      came: async (bench) => {
        bench.write({ 'thing.json': CONTRACT, 'parser.js': LAZY_PARSER, 'model.json': MODEL, 'doc.json': DOCUMENT });
        bench.write({ 'run.json': RUN, 'pactcheck.config.js': CONFIG });
        writePact(bench, [{}]);
        return signalled(bench, words, { at });
      },
      // Before it listens, and where it is quicker than the signal, it ends as it would; it never passes by it.
      must: /^soon exit (?:143|SIGTERM|\d)\n/,
      mustNot: /exit 0\nINTERRUPTED|exit hung|defect of pactcheck|is missing|by half/,
      broken: 'soon exit hung\n',
    }),
  ),
);

/** What a signal may come upon. */
export const SIGNALS: Table = {
  kind: 'signals',
  attacks: [
    ...COMPUTING,
    ...MOMENTS,
    {
      name: 'SIGTERM to a verification: what has a verdict is reported, and nothing else',
      came: (bench) => verifying(bench, 11_000),
      must: [/^soon exit 143\n/, /INTERRUPTED verify/],
      mustNot: [/PASSED/, /✗/, /was interrupted/],
      broken: 'soon exit 0\nPASSED verify a: 20 passed, 0 failed in 9.1 s',
    },
    {
      name: 'SIGTERM to a verification: its run as JSON is interrupted',
      isSlow: true,
      came: (bench) => verifying(bench, 11_000, ['--json']),
      must: [/^soon exit 143\n/, /"interrupted": true/],
      mustNot: /"status": "failed"/,
      broken: 'soon exit 0\n{"summary":{"passed":40,"failed":0}}',
    },
    {
      name: 'SIGTERM to a fuzzing: what is known is reported, and --resume offered where something is kept',
      isSlow: true,
      came: (bench) => fuzzed(bench, FUZZ, 12_000),
      must: [/^soon exit 143\n/, /"interrupted": true/, /with --resume go on from here|nothing is kept of it yet/],
      broken: 'soon exit 0\n{"summary":{"passed":384,"failed":0}}',
    },
    {
      name: 'a second signal ends at once, also while a parser in this process never returns',
      came: async (bench) => {
        bench.write({ 'thing.json': CONTRACT, 'parser.js': LAZY_PARSER });
        const words = ['fuzz', 'thing.json', '--parser', 'parser.js#stuck', '--isolate', 'none'];
        return signalled(bench, words, { at: 3_000, againAfter: 100 });
      },
      must: /^soon exit (?:SIGTERM|143)\n/,
      broken: 'soon exit hung\n',
    },
  ],
};
