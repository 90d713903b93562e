import type { Attack, Table } from '../attack';
import type { Bench, CommandOptions } from '../bench';
import { otherNode } from '../other-node';
import { differenceOf, treeOf } from '../project';

const CONTRACT = `import { defineConfig } from 'pactcheck';
void defineConfig;
export default {
  version: 1, name: 'thing', consumer: 'a', provider: 'b',
  models: {
    Thing: {
      type: 'object',
      required: ['id', 'at'],
      properties: {
        id: { type: 'string', format: 'uuid' },
        at: { type: 'string', format: 'date-time' },
        day: { type: 'string', format: 'date' },
        amount: { type: 'number', minimum: -1, maximum: 1e15 },
        code: { type: 'string', pattern: '^[A-ZÄÖÜıİ]{2,5}-\\\\d+$' },
        kind: { type: 'string', enum: ['i', 'I', 'ı', 'İ', 'ß'] },
        tags: { type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true, maxItems: 4 },
        rest: { type: 'object', additionalProperties: { type: 'integer' } },
      },
    },
  },
  operations: {
    get: { method: 'GET', path: '/things/{id}', parameters: { id: { in: 'path', schema: { type: 'string' } } },
      responses: { '200': { schema: { $ref: '#/$defs/Thing' }, states: [{ name: 'there is one', params: { id: 'one' } }] } } },
  },
};
`;

const PARSER = `
exports.parse = (text) => { const { id, at } = JSON.parse(text); if (!id) throw new RangeError('no id'); return { id, at: new Date(at) }; };
`;

/** What commands give: their output, and the files that they write. */
const COMMANDS: readonly (readonly [name: string, words: readonly string[]])[] = [
  ['cases', ['cases', 'thing']],
  ['random cases', ['cases', 'thing', '--mode', 'random', '--count', '150', '--seed', '7']],
  ['pacts', ['pacts', '--fresh']],
  ['a fuzzing', ['fuzz', 'thing', '--parser', 'parser.js#parse', '--runs', '150', '--seed', '7', '--json']],
];

/** What tells nothing of the work: how long it took. */
const timeless = (text: string): string => text.replace(/"(?:durationMs|elapsed)": ?[\d.]+/g, '"durationMs": 0');

async function given(
  bench: Bench,
  name: string,
  words: readonly string[],
  how: CommandOptions,
): Promise<Map<string, string>> {
  const cwd = bench.inner(name, { 'contracts/thing/contract.ts': CONTRACT, 'parser.js': PARSER });
  const { exit, out } = await bench.run(words, { ...how, cwd, limit: 240 });
  return new Map([...treeOf(cwd), ['stdout', `exit ${exit} ${timeless(out)}`]]);
}

/** Another zone, another language, another home: nothing of what is generated may depend on them. */
const ELSEWHERE = { TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };

const row = (where: string, how: () => CommandOptions, isSlow: boolean) =>
  COMMANDS.map(
    ([name, words], index): Attack => ({
      name: `${name}: the same bytes ${where}`,
      isSlow: isSlow || index > 0,
      came: async (bench) => {
        const other = how();
        const here = await given(bench, 'here', words, {});
        const difference = differenceOf(await given(bench, 'somewhere', words, other), here);
        return `${here.get('stdout')?.slice(0, 6)}; ${difference}`;
      },
      must: /^exit [01]; the same$/,
      broken: 'exit 0; stdout is another',
    }),
  );

/** What must be the same on every machine. */
export const DETERMINISM: Table = {
  kind: 'determinism',
  attacks: [
    ...row('in another zone and language', () => ({ env: ELSEWHERE }), false),
    ...[20, 22, 24].flatMap((major) => row(`on Node ${major}`, () => ({ node: otherNode(major) }), true)),
  ],
};
