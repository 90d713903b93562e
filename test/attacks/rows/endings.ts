import type { Attack, Table } from '../attack';
import { hearing, json, writePact } from '../verified';

const CONTRACT = `module.exports = {
  version: 1, name: 'thing', consumer: 'a', provider: 'b',
  models: { Thing: { type: 'object', properties: { id: { type: 'string' } } } },
  operations: { get: { method: 'GET', path: '/', responses: { '200': { schema: { $ref: '#/$defs/Thing' } } } } },
};\n`;

const FUZZ = ['fuzz', 'contract.js', '--isolate', 'none', '--parser'];

const GREEN = 'exit 0\n';

/** A parser that runs in the thread of the command. */
const parserRow = (name: string, parser: string, must: Attack['must']): Attack => ({
  name,
  came: async (bench) => {
    bench.write({ 'contract.js': CONTRACT, 'parser.js': `let calls = 0;\nexports.read = ${parser};\n` });
    return (await bench.run([...FUZZ, 'parser.js#read'])).text;
  },
  must,
  broken: GREEN,
});

/** A contract module that does something else than to export a contract. */
const moduleRow = (name: string, source: string, must: Attack['must'], isSlow = false): Attack => ({
  name,
  isSlow,
  came: async (bench) => {
    bench.write({ 'contract.ts': source });
    return (await bench.run(['cases', 'contract.ts'])).text;
  },
  must,
  broken: GREEN,
});

const NEVER = [/^exit 3/, /a promise that does not settle/];

/** Code of others that ends the run, or its thread, in parsers, contracts and configurations. */
export const ENDINGS: Table = {
  kind: 'parsers',
  attacks: [
    parserRow(
      'a parser in this process calls process.exit(0)',
      '(text) => { if (++calls === 5) process.exit(0); return JSON.parse(text); }',
      [/^exit 3/, /process\.exit\(0\) was called before the run was complete, at parser\.js:2/],
    ),
    parserRow(
      'a parser in this process sets the exit code and lets a timer end it',
      '(text) => { process.exitCode = 0; setTimeout(() => process.exit(0), 1); return JSON.parse(text); }',
      /^exit [13]/,
    ),
    parserRow(
      'a parser in this process posts that all is done',
      "(text) => { require('worker_threads').parentPort?.postMessage({ kind: 'done', exitCode: 0 }); throw new TypeError(text); }",
      /^exit [13]/,
    ),
    {
      name: 'a parser in this process keeps a timer after the run',
      came: async (bench) => {
        const parser =
          'let calls = 0;\nexports.read = (text) => { if (++calls === 1) setInterval(() => {}, 1000); return JSON.parse(text); };\n';
        bench.write({ 'contract.js': CONTRACT, 'parser.js': parser });
        return (await bench.run([...FUZZ, 'parser.js#read', '--runs', '20'])).text;
      },
      must: /^exit [013]\n/,
      broken: 'exit hung\n',
    },
    moduleRow('a contract calls process.exit(0)', 'process.exit(0);\nexport default {};\n', [
      /^exit 3/,
      /process\.exit\(0\) was called before the run was complete, at contract\.ts/,
    ]),
    moduleRow('a contract never settles', 'await new Promise(() => undefined);\nexport default {};\n', NEVER),
    moduleRow(
      'a contract rejects a promise that nobody waits for',
      "Promise.reject(new Error('nobody waits'));\nawait new Promise((settle) => setTimeout(settle, 5000));\nexport default {};\n",
      [/^exit 3/, /an error that nobody caught ended the run: Error: nobody waits, at contract\.ts/],
    ),
    moduleRow(
      'a contract throws later',
      "setTimeout(() => { throw new RangeError('late'); }, 1);\nawait new Promise((settle) => setTimeout(settle, 5000));\nexport default {};\n",
      [/^exit 3/, /nobody caught ended the run: RangeError: late/],
      true,
    ),
    {
      name: 'a configuration calls process.exit(0)',
      isSlow: true,
      came: async (bench) => {
        bench.write({ 'pactcheck.config.ts': 'process.exit(0);\nexport default { contracts: [] };\n' });
        return (await bench.run(['gate'])).text;
      },
      must: [/^exit 3/, /process\.exit\(0\) was called .* at pactcheck\.config\.ts/],
      broken: GREEN,
    },
    {
      name: 'a state handler calls process.exit(0)',
      came: async (bench) => {
        const service = await hearing(bench, (_request, response) => json(response, { id: 1 }));
        writePact(bench, [{ providerStates: [{ name: 'there is one' }] }]);
        bench.write({ 'states.js': "module.exports = { 'there is one': () => process.exit(0) };\n" });
        return (await bench.run(['verify', '--provider-base-url', service.url, '--states', 'states.js'])).text;
      },
      must: /^exit [13]\n/,
      mustNot: /PASSED/,
      broken: GREEN,
    },
    {
      name: 'nobody reads what is printed',
      came: async (bench) => {
        bench.write({ 'contract.js': CONTRACT });
        const words = ['cases', 'contract.js', '--mode', 'random', '--count', '1000000'];
        const { exit } = await bench.run(words, {
          meanwhile: (child) => child.stdout?.once('data', () => child.stdout?.destroy()),
        });
        return `exit ${exit}`;
      },
      must: /^exit 3$/,
      broken: 'exit hung',
    },
  ],
};
