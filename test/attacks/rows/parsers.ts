import type { Attack, Table } from '../attack';
import type { Bench } from '../bench';

const CONTRACT = `export default {
  version: 1, name: 'thing', consumer: 'a', provider: 'b',
  models: { Thing: { type: 'object', properties: { id: { type: 'integer' }, name: { type: 'string' } }, required: ['id'] } },
  operations: { get: { method: 'GET', path: '/', responses: { '200': { schema: { $ref: '#/$defs/Thing' } } } } },
};
`;

async function fuzzed(
  bench: Bench,
  words: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<string> {
  bench.write({ 'contract.ts': CONTRACT, ...files });
  const all = ['fuzz', 'contract.ts', '--runs', '300', '--timeout', '1', ...words];
  const { text, seconds } = await bench.run(all, { limit: 120 });
  return `${text}\n${seconds < 60 ? 'in time' : 'late'}`;
}

/** A parser that is right enough, but for what it does beside. */
const moduleText = (beside: string, top = ''): string => `
${top}
let n = 0;
exports.parse = (text) => { n += 1; ${beside} return JSON.parse(text); };
`;

const row = (
  name: string,
  beside: string,
  must: RegExp | RegExp[],
  broken: string,
  { isSlow = true, words = [] as readonly string[], top = '' } = {},
): Attack => ({
  name,
  isSlow,
  came: (bench) => fuzzed(bench, ['--parser', 'parser.js#parse', ...words], { 'parser.js': moduleText(beside, top) }),
  must: [/^exit 1/, /in time/, ...[must].flat()],
  broken,
});

const PROCESS = { words: ['--isolate', 'process'] };

const MODULES: readonly Attack[] = [
  row('end the process', 'if (n > 40) process.exit(0);', /process-ended/, 'exit 0\n'),
  row('end the process of their own', 'if (n > 40) process.exit(0);', /process-ended/, 'exit 0\n', PROCESS),
  row('loop for ever', 'if (n === 40) for (;;);', /hang/, 'exit hung'),
  row('backtrack for ever', "if (text.length > 30) /^(a+)+$/.test('a'.repeat(60) + 'b');", /hang/, 'exit hung'),
  row('never settle', 'if (n > 40) return new Promise(() => {});', /hang|no answer/, 'exit hung'),
  row(
    'post messages to the parent of their thread',
    "require('node:worker_threads').parentPort.postMessage({ kind: 'examined', told: [], calls: 1 });",
    /posts messages/,
    'exit 3\na defect of pactcheck',
    { isSlow: false },
  ),
  row(
    'send messages to the parent of their process',
    "process.send?.({ kind: 'examined', told: [], calls: 1 });",
    /posts messages/,
    'exit 0\n',
    PROCESS,
  ),
  row(
    'print on the file descriptor',
    "require('node:fs').writeSync(1, 'noise');",
    /writes to the file descriptor 1/,
    'exit 0\nnoisenoise',
  ),
  row('keep gigabytes off the heap', 'if (n > 40) kept.push(Buffer.alloc(100e6, 1));', /out-of-memory/, 'exit 0\n', {
    top: 'const kept = [];',
    words: ['--memory', '400'],
  }),
  row(
    'keep gigabytes off the heap of their process',
    'if (n > 40) kept.push(Buffer.alloc(100e6, 1));',
    /out-of-memory/,
    'exit 0\n',
    { top: 'const kept = [];', words: ['--memory', '400', '--isolate', 'process'] },
  ),
  row('fill the heap', 'kept.push(new Array(1e6).fill(n));', /out-of-memory/, 'exit 134', { top: 'const kept = [];' }),
  row(
    'answer a value 200,000 levels deep',
    'let v = {}; for (let i = 0; i < 2e5; i += 1) v = { v }; return v;',
    /✗/,
    'exit 3\nRangeError: Maximum call stack size exceeded',
  ),
  row('answer a value that refers to itself', 'const v = {}; v.v = v; return v;', /✗/, 'exit 3\nRangeError'),
  row(
    'close the channel of their process',
    'if (n > 40) process.disconnect?.();',
    /process-ended|protocol-broken/,
    'exit hung',
    PROCESS,
  ),
  row('pollute the prototype of all', 'Object.prototype.polluted = 1;', /prototype-polluted/, 'exit 0\n'),
];

/** A program in JavaScript that answers lines, but for what it does in one of them. */
const program = (beside: string): string => `
const { spawn } = require('node:child_process');
const lines = require('node:readline').createInterface({ input: process.stdin });
let n = 0;
lines.on('line', (line) => {
  n += 1;
  const { id, body } = JSON.parse(line);
  let answer;
  try {
    const value = JSON.parse(Buffer.from(body, 'base64').toString());
    if (typeof value !== 'object' || value === null || !Number.isInteger(value.id)) throw new Error('no thing');
    answer = { id, verdict: 'accept', value };
  } catch (error) {
    answer = { id, verdict: 'reject', error: 'Refused: ' + error.message };
  }
  ${beside}
  process.stdout.write(JSON.stringify(answer) + '\\n');
});
`;

const programRow = (name: string, beside: string, must: RegExp | RegExp[], broken: string, isSlow = true): Attack => ({
  name: `behind lines: ${name}`,
  isSlow,
  came: (bench) => fuzzed(bench, ['--parser', 'cmd: node program.js'], { 'program.js': program(beside) }),
  must: [/in time/, ...[must].flat()],
  broken,
});

const SLEEP = "if (n === 1) spawn('sleep', ['300'], { stdio: 'inherit'";

const PROGRAMS: readonly Attack[] = [
  programRow('leave a process that holds the pipes', `${SLEEP} });`, /^exit [01]/, 'exit hung', false),
  programRow('leave a process in a session of its own', `${SLEEP}, detached: true });`, /^exit [01]/, 'exit hung'),
  programRow(
    'leave a process, and end',
    `${SLEEP} }); if (n === 50) process.exit(3);`,
    [/^exit 1/, /process-ended/],
    'exit hung',
  ),
  programRow('flood stderr', "process.stderr.write('y'.repeat(200000));", /^exit [01]/, 'exit hung'),
  programRow(
    'flood stderr for ever',
    "if (n === 20) for (;;) require('node:fs').writeSync(2, 'x'.repeat(65536));",
    [/^exit 1/, /hang/],
    'exit hung',
  ),
  programRow(
    'flood stdout without a line',
    "if (n === 20) for (;;) require('node:fs').writeSync(1, 'x'.repeat(65536));",
    [/^exit 1/, /protocol-broken/],
    'exit 134',
  ),
  programRow(
    'answer for ever',
    "if (n === 20) for (;;) require('node:fs').writeSync(1, JSON.stringify(answer) + '\\n');",
    [/^exit 1/, /protocol-broken/],
    'exit hung',
  ),
  programRow(
    'close their input',
    "if (n === 20) { require('node:fs').closeSync(0); for (;;); }",
    [/^exit 1/, /hang|process-ended/],
    'exit hung',
  ),
  programRow(
    'close their output',
    "if (n === 20) { require('node:fs').closeSync(1); for (;;); }",
    [/^exit 1/, /hang|process-ended/],
    'exit hung',
  ),
  programRow('print noise', "console.log('hello');", [/^exit [13]/, /hello/], 'exit 0'),
  programRow('print no UTF-8', 'process.stdout.write(Buffer.from([255, 254, 0, 10]));', /^exit [13]/, 'exit 0'),
  programRow(
    'answer 60 MB',
    "if (n === 3) answer.value = 'z'.repeat(60000000);",
    [/^exit 1/, /protocol-broken/],
    'exit 134',
  ),
  programRow(
    'answer 200,000 levels deep',
    "if (n === 3) { process.stdout.write('{\"id\":' + id + ',\"verdict\":\"accept\",\"value\":' + '['.repeat(200000) + ']'.repeat(200000) + '}\\n'); return; }",
    /^exit 1/,
    'exit 3\nRangeError',
  ),
  programRow(
    'answer with a prototype',
    'if (n > 3) { process.stdout.write(\'{"id":\' + id + \',"verdict":"accept","value":{"__proto__":{"polluted":1}},"__proto__":{"x":1}}\\n\'); return; }',
    /^exit 1/,
    'exit 0',
  ),
  programRow('answer an id as text', 'answer.id = String(id);', /^exit [13]/, 'exit 0'),
  programRow(
    'ignore SIGTERM',
    "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);",
    /^exit [01]/,
    'exit hung',
  ),
];

/** What parsers may do, in a module and behind lines. */
export const PARSERS: Table = { kind: 'parsers', attacks: [...MODULES, ...PROGRAMS] };
