import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../../src/cli/context';
import { makeProject, type Project } from '../../support/project';
import { type Outcome, runCli } from '../../support/run-cli';
import { json, type ScriptedService, scripted } from '../../support/scripted-service';

const DOCUMENT = `# Order

## Properties
Name | Type | Description | Notes
------------ | ------------- | ------------- | -------------
**id** | **String** | The id. |
**state** | [**StateEnum**](#StateEnum) | The state. |
**total** | **Integer** | The total in cents. | [optional]

<a name="StateEnum"></a>
## Enum: StateEnum
Name | Value
---- | -----
OPEN | &quot;open&quot;
PAID | &quot;paid&quot;
`;

const CONTRACT = `import { models } from './model';

export default {
  version: 1,
  name: 'order',
  consumer: 'shop',
  provider: 'orders',
  models,
  operations: {
    readOrder: {
      method: 'GET',
      path: '/order',
      responses: {
        '200': {
          schema: { $ref: '#/$defs/Order' },
          states: [{ name: 'an order exists', params: { order: { $from: 'response' } } }],
        },
      },
    },
  },
};
`;

const PARSER = `class Unreadable extends Error {
  constructor(message) { super(message); this.name = 'Unreadable'; }
}
const refuse = (why) => { throw new Unreadable(why); };
exports.parse = (body) => {
  let order;
  try { order = JSON.parse(body); } catch { refuse('no JSON'); }
  if (typeof order !== 'object' || order === null || Array.isArray(order)) refuse('no object');
  if (typeof order.id !== 'string') refuse('no id');
  if (order.state !== 'open' && order.state !== 'paid') refuse('no state');
  if (Object.hasOwn(order, 'total') && !Number.isInteger(order.total)) refuse('no total');
  return order;
};
`;

const CONFIG = {
  contracts: [
    {
      contract: 'order',
      document: 'docs/Order.md',
      parsers: [{ parser: 'app/parser.js#parse', rejectsWith: ['Unreadable'], runs: 200 }],
      provider: { baseUrl: '$SERVICE', statesUrl: '$SERVICE/states' },
    },
  ],
  thresholds: { classes: 90, pairs: 100 },
};

/** Keeps the order that the state gives it; a broken one loses a member that is always there. */
const orders = (isBroken: boolean): Promise<ScriptedService> => {
  let order: Record<string, unknown> = {};
  return scripted((request, body, response) => {
    if (request.url !== '/states') return json(response, isBroken ? { ...order, state: undefined } : order);
    order = JSON.parse(body).params?.order ?? {};
    return json(response, {});
  });
};

let base: Project;
let services: Readonly<Record<'correct' | 'broken', ScriptedService>>;

beforeAll(async () => {
  services = { correct: await orders(false), broken: await orders(true) };
  base = makeProject({
    'contracts/order/contract.ts': CONTRACT,
    'docs/Order.md': DOCUMENT,
    'app/parser.js': PARSER,
    'notes.txt': 'nothing of this matters\n',
    'pactcheck.config.json': JSON.stringify(CONFIG),
  });
  const cwd = base.folder;
  await runCli(['import', 'docs/Order.md'], { cwd });
  await runCli(['pacts'], { cwd });
  base.commit('first');
  base.git('checkout', '--quiet', '-b', 'change');
});

afterAll(async () => {
  base.remove();
  await services.correct.close();
  await services.broken.close();
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pactcheck-gate-'));
  cpSync(base.folder, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const edit = (path: string, from: string, to: string): void => {
  const text = readFileSync(join(folder, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(join(folder, path), text.replace(from, to));
};

const gate = (words: readonly string[] = [], over: Partial<Context> = {}): Promise<Outcome> =>
  runCli(['gate', ...words], {
    cwd: folder,
    env: { SERVICE: services.correct.url, PATH: process.env['PATH'] },
    ...over,
  });

const firstLine = ({ output, failure }: Outcome): string =>
  failure === undefined ? (output.split('\n')[0] ?? '') : `${failure.message} ${failure.next}`;

const failedParts = ({ output }: Outcome): string[] =>
  [...output.matchAll(/^ {2}✗ ([a-z-]+)/gm)].map(([, name = '']) => name);

interface Planted {
  readonly what: string;
  readonly plant: () => void;
  readonly env?: () => Record<string, string>;
  readonly exitCode: number;
  /** What the first line says. */
  readonly says: RegExp;
  /** The parts that fail, in order. */
  readonly parts: readonly string[];
}

const PLANTED: readonly Planted[] = [
  {
    what: 'a document that changed',
    plant: () => edit('docs/Order.md', '| [optional]', '|'),
    exitCode: 1,
    says: /^FAILED import order: .*\/total.* Import it again by `pactcheck import docs\/Order\.md --out contracts\/order`/,
    parts: ['import'],
  },
  {
    what: 'a contract that promises less',
    plant: () => edit('contracts/order/model.ts', "['id', 'state']", "['id']"),
    exitCode: 1,
    says: /^FAILED import order: /,
    parts: ['import', 'pacts', 'coverage', 'diff', 'fuzz'],
  },
  {
    what: 'a pact that was edited by hand',
    plant: () => edit('pacts/shop-orders.json', '"alpha"', '"omega"'),
    exitCode: 1,
    says: /^FAILED pacts: .*Never edit pacts by hand: run `pactcheck pacts order --pacts pacts`/,
    parts: ['pacts'],
  },
  {
    what: 'a service that is broken',
    plant: () => undefined,
    env: () => ({ SERVICE: services.broken.url }),
    exitCode: 1,
    says: /^FAILED verify order: .*state.* Correct the service, or the contract/,
    parts: ['verify'],
  },
  {
    what: 'a service that is not there',
    plant: () => undefined,
    env: () => ({ SERVICE: 'http://127.0.0.1:9' }),
    exitCode: 3,
    says: /^FAILED verify order: .*127\.0\.0\.1:9/,
    parts: ['verify'],
  },
  {
    what: 'a parser that is broken',
    plant: () => edit('app/parser.js', "if (typeof order.id !== 'string') refuse('no id');", ''),
    exitCode: 1,
    says: /^FAILED fuzz order: .*\/id.* Correct the parser/,
    parts: ['fuzz'],
  },
  {
    what: 'coverage that was lost',
    plant: () => {
      const file = join(folder, 'pacts/shop-orders.json');
      const pact = JSON.parse(readFileSync(file, 'utf8')) as { interactions: unknown[] };
      writeFileSync(file, JSON.stringify({ ...pact, interactions: pact.interactions.slice(0, 4) }));
    },
    exitCode: 1,
    says: /^FAILED pacts: .* Failed too: coverage order\./,
    parts: ['pacts', 'coverage'],
  },
  {
    what: 'a baseline that is missing',
    plant: () => edit('pactcheck.config.json', '"contract":"order"', '"contract":"order","baseline":"git:v1:order"'),
    exitCode: 2,
    says: /^FAILED diff order: git has no commit v1 here\. Check the name; in CI fetch it first/,
    parts: ['diff'],
  },
  {
    what: 'a configuration that is wrong',
    plant: () => edit('pactcheck.config.json', '"parsers"', '"parser"'),
    exitCode: 2,
    says: /^pactcheck\.config\.json: contracts\[0\] has no setting parser There are contract, document/,
    parts: [],
  },
  {
    what: 'a contract that does not load',
    plant: () => edit('contracts/order/contract.ts', "'./model'", "'./no-model'"),
    exitCode: 2,
    says: /^FAILED contract order: contracts\/order\/contract\.ts cannot be loaded/,
    parts: ['contract'],
  },
];

describe('the gate', () => {
  it('passes where all is well, and names every part', async () => {
    const outcome = await gate();
    expect(outcome.output).toContain('PASSED');
    expect(outcome.exitCode).toBe(0);
    expect([...outcome.output.matchAll(/^ {2}✓ ([a-z-]+)/gm)].map(([, name]) => name)).toEqual([
      'import',
      'pacts',
      'coverage',
      'diff',
      'verify',
      'fuzz',
    ]);
    expect(outcome.output).toContain('- can-i-deploy: left out, the configuration asks no broker');
  });

  it('refuses a base that git does not know: nothing would be compared', async () => {
    const outcome = await gate(['--base', 'no-such-branch']);
    expect(firstLine(outcome)).toMatch(/^git has no commit no-such-branch here/);
    expect(outcome.exitCode).toBe(2);
  });

  it.each(PLANTED)('notices $what', async ({ plant, env, exitCode, says, parts }) => {
    plant();
    const outcome = await gate([], env === undefined ? {} : { env: { ...env(), PATH: process.env['PATH'] } });
    expect(firstLine(outcome)).toMatch(says);
    expect(failedParts(outcome)).toEqual(parts);
    expect(outcome.exitCode).toBe(exitCode);
  });

  it('shows every failure of one push, and the worst one decides', async () => {
    edit('docs/Order.md', '| [optional]', '|');
    edit('app/parser.js', "refuse('no id')", 'undefined');
    const outcome = await gate([], { env: { SERVICE: 'http://127.0.0.1:9', PATH: process.env['PATH'] } });
    expect(failedParts(outcome)).toEqual(['import', 'verify', 'fuzz']);
    expect(outcome.exitCode).toBe(1);
    expect(firstLine(outcome)).toContain('Failed too: verify order, fuzz order.');
  });

  it('does not pass because the history was not checked out', async () => {
    const shallow = `${folder}-shallow`;
    base.git('clone', '--quiet', '--depth', '1', `file://${base.folder}`, shallow);
    const outcome = await runCli(['gate'], { cwd: shallow, env: { PATH: process.env['PATH'] } });
    rmSync(shallow, { recursive: true, force: true });
    expect(outcome.exitCode).toBe(2);
    expect(firstLine(outcome)).toMatch(/^FAILED diff order: git has no commit HEAD~1 here\. .*fetch it first/);
  });

  it('prints one JSON document, and nothing else, where that is asked for', async () => {
    const outcome = await gate(['--json']);
    expect(outcome.output).toBe('');
    expect(outcome.run?.command).toBe('gate');
  });

  it('says in CI what it is doing', async () => {
    let told = '';
    const err = (text: string): void => {
      told += text;
    };
    await gate([], { env: { CI: 'true', PATH: process.env['PATH'] }, err });
    expect(told).toContain('… import order\n… pacts\n');
  });
});

describe('the gate with --changed', () => {
  const performed = async (): Promise<string[]> => {
    const outcome = await gate(['--changed']);
    return [...outcome.output.matchAll(/^ {2}[✓✗] ([a-z-]+)/gm)].map(([, name = '']) => name);
  };

  it('leaves out what the change cannot touch, and passes where it touches nothing', async () => {
    edit('notes.txt', 'matters', 'matters much');
    expect(await performed()).toEqual(['verify']);
    const outcome = await gate(['--changed'], { env: { PATH: process.env['PATH'] } });
    expect(outcome.exitCode).toBe(0);
    expect(outcome.output).toContain('diff order: left out, the change does not touch it');
  });

  it('checks a parser whose own import changed', async () => {
    writeFileSync(join(folder, 'app/parser.js'), `require('../lib/shared');\n${PARSER}`);
    writeFileSync(join(folder, 'notes.txt'), '');
    expect(await performed()).toEqual(['verify', 'fuzz']);
  });

  it('checks all of a contract whose model changed', async () => {
    edit('contracts/order/model.ts', 'The total in cents.', 'The total.');
    expect(await performed()).toEqual(['import', 'pacts', 'coverage', 'diff', 'verify', 'fuzz']);
  });
});
