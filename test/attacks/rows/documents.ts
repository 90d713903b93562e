import type { Attack, Table } from '../attack';
import type { Bench } from '../bench';
import { harmIn } from '../hostile-text';

/** Without half a pair, which no file in UTF-8 can hold. */
const TEXT = '\u001b]0;PWNED\u0007\u001b[31m\n::error::inj';

const schemaOf = (index: number): object => ({
  type: index === 2 ? `string${TEXT}` : 'object',
  properties: {
    [`id${TEXT}`]: { type: 'string', pattern: `(${TEXT}`, example: 5 },
    [`x${TEXT}`]: { $ref: `nofile${TEXT}` },
    state: { type: 'string', enum: [`on${TEXT}`, 'off'] },
  },
});

const hostile = JSON.stringify({
  openapi: '3.1.0',
  info: { title: `T${TEXT}`, version: '1' },
  paths: Object.fromEntries(
    [0, 1, 2].map((index) => [
      `/u${index}${TEXT}`,
      {
        get: {
          operationId: index === 0 ? 'op' : `op${index}${TEXT}`,
          responses: { '200': { description: 'd', content: { 'application/json': { schema: schemaOf(index) } } } },
        },
      },
    ]),
  ),
});

/** Annotations of GitHub that were meant, each a line of its own, are no harm. */
const meant = (text: string): string => text.replace(/^::(?:error|warning) (?:file|title)=[^\n]*$/gm, '');

async function commandOn(bench: Bench, words: readonly string[]): Promise<string> {
  bench.write({ 'doc.json': hostile, 'parser.js': 'exports.parse = JSON.parse;\n' });
  const { exit, out, err } = await bench.run(words, { limit: 60 });
  return `exit ${exit}; stdout ${harmIn(meant(out))}; stderr ${harmIn(err)}`;
}

const COMMANDS: readonly (readonly string[])[] = [
  ['import', 'doc.json#op', '--out', 'contracts/op'],
  ['import', 'doc.json', '--out', 'contracts/all'],
  ['import', 'doc.json#nothing'],
  ['cases', 'doc.json#op'],
  ['coverage', 'doc.json#op'],
  ['contract', 'doc.json#op'],
  ['pacts', 'doc.json#op'],
  ['init', 'doc.json#op'],
  ['diff', 'doc.json', 'doc.json'],
  ['diff', 'doc.json#op', 'doc.json#op'],
  ['fuzz', 'doc.json#op', '--parser', 'parser.js#parse', '--runs', '50'],
  ['fuzz', 'doc.json#op', '--parser', 'parser.js#parse', '--runs', '50', '--reporter', 'github'],
  ['fuzz', 'doc.json#op', '--parser', 'parser.js#parse', '--runs', '50', '--json'],
  ['audit', 'doc.json#op'],
  [`doc.json${TEXT}`],
  ['cases', `nothing${TEXT}`],
  ['cases', 'doc.json', `--nothing${TEXT}`],
];

const commands = COMMANDS.map(
  (words, index): Attack => ({
    name: `is read by ${words.slice(0, 2).join(' ').split('\u001b')[0]} (${index + 1})`,
    isSlow: ![0, 3, 15].includes(index),
    came: (bench) => commandOn(bench, words),
    must: /^exit [0-4]; stdout clean; stderr clean$/,
    broken: `exit 2; stdout clean; stderr ${harmIn(TEXT)}`,
  }),
);

/** An `allOf` of which each level doubles the one below it. */
const doubling = (levels: number): string => {
  const models = Array.from({ length: levels }, (_, index) => [
    `S${index + 1}`,
    { allOf: [{ $ref: `#/components/schemas/S${index}` }, { $ref: `#/components/schemas/S${index}` }] },
  ]);
  const schemas = { S0: { type: 'object', properties: { a: { type: 'string' } } }, ...Object.fromEntries(models) };
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/S${levels}` } } };
  const get = { operationId: 'get', responses: { '200': { description: 'd', content } } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: { '/u': { get } },
    components: { schemas },
  });
};

/** How a document's cost grows by ten levels more. */
async function growth(bench: Bench, words: readonly string[]): Promise<string> {
  bench.write({ 'doc.json': doubling(60) });
  const { exit, out } = await bench.run(words, { limit: 30 });
  return `exit ${exit} with ${out.split('\n').length} lines`;
}

const DOUBLING: readonly Attack[] = [
  ['cases', 'doc.json#get'],
  ['coverage', 'doc.json#get'],
  ['import', 'doc.json#get', '--out', 'contracts/get'],
  ['diff', 'doc.json#get', 'doc.json#get'],
].map((words, index) => ({
  name: `doubles sixty times in allOf: ${words[0]}`,
  isSlow: index > 0,
  came: (bench: Bench) => growth(bench, words),
  must: /^exit [0-4] with/,
  broken: 'exit hung with 1 lines',
}));

/** What documents may hold, by the commands that read them. */
export const DOCUMENTS: Table = { kind: 'documents', attacks: [...commands, ...DOUBLING] };
