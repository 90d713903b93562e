import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { makeFolder } from '../../support/folder';
import { installPackage } from '../../support/installed-package';
import { makeProject, type Project } from '../../support/project';
import { runCli } from '../../support/run-cli';

const MODEL = `export const models = {
  Order: {
    type: 'object',
    properties: { id: { type: 'string' }, state: { enum: ['open', 'paid'] }, total: { type: 'integer' } },
    required: ['id', 'state', 'total'],
  },
} as const;
`;

const CONTRACT = `import type { ContractSource } from 'pactcheck';
import { models } from './model';

export default {
  version: 1,
  name: 'orders',
  consumer: 'shop',
  provider: 'orders',
  models,
  operations: {
    readOrder: {
      method: 'GET',
      path: '/orders/{id}',
      parameters: { id: { in: 'path', schema: { type: 'string' } } },
      responses: { '200': { schema: { $ref: '#/$defs/Order' } } },
    },
  },
} as const satisfies ContractSource;
`;

const PACT = JSON.stringify({
  consumer: { name: 'shop' },
  provider: { name: 'orders' },
  // A slash at the end of a path says nothing: both are calls of one operation.
  interactions: Object.entries({ 1: '/orders/1', 2: '/orders/2/' }).map(([id, path]) => ({
    type: 'Synchronous/HTTP',
    description: `order ${id}`,
    request: { method: 'GET', path },
    response: { status: 200, body: { content: { id, state: 'open', total: 1 }, contentType: 'application/json' } },
  })),
  metadata: { pactSpecification: { version: '4.0' } },
});

const OLD = 'git:main:contracts/orders/contract.ts';

let project: Project;
const diff = (...words: readonly string[]) => runCli(['diff', ...words], { cwd: project.folder });

beforeAll(() => {
  project = makeProject({
    'contracts/orders/model.ts': MODEL,
    'contracts/orders/contract.ts': CONTRACT,
    'docs/Order.md':
      '# Order\n\n## Properties\nName | Type | Description | Notes\n--- | --- | --- | ---\n**id** | **String** | Id. | \n',
    'pacts/shop-orders.json': PACT,
  });
  project.commit('first');
  project.write({
    'contracts/orders/model.ts': MODEL.replace("'paid'", "'paid', 'lost'")
      .replace(", 'total'] ", '] ')
      .replace(", 'total']", ']'),
  });
});

afterAll(() => project.remove());

const rulesOf = ({ run }: Awaited<ReturnType<typeof diff>>): string[] =>
  (run?.results ?? []).flatMap(({ findings, status }) =>
    findings.map(({ rule, level }) => `${status} ${level} ${rule}`),
  );

describe('pactcheck diff', () => {
  it('compares with an earlier commit, and says whom it breaks', async () => {
    const outcome = await diff(OLD, 'orders');
    expect(outcome.failure).toBeUndefined();
    expect(rulesOf(outcome)).toEqual([
      'failed breaking response-property-became-optional',
      'passed warning response-property-enum-value-added',
    ]);
    expect(outcome.exitCode).toBe(1);
    const [failed] = outcome.run?.results.filter(({ status }) => status === 'failed') ?? [];
    expect(failed?.findings[0]).toMatchObject({
      pointer: '/total',
      message: '/total in the 200 answer of readOrder may now be absent; breaks 2 interactions of shop',
    });
    expect(failed?.details).toMatchObject({
      payload: '{"id":"alpha","state":"open"}',
      interactions: 'shop: order 1\nshop: order 2',
    });
  });

  it('finds nothing between a commit and itself, and that passes', async () => {
    const outcome = await diff(OLD, OLD);
    expect(rulesOf(outcome)).toEqual([]);
    expect(outcome.exitCode).toBe(0);
  });

  it('takes a contract by its name at a commit, and documents', async () => {
    expect((await diff('git:HEAD:orders', OLD)).exitCode).toBe(0);
    const ofDocument = await diff('git:HEAD:docs/Order.md', 'docs/Order.md');
    expect(ofDocument.exitCode).toBe(0);
    expect(ofDocument.run?.contractFile).toBe('docs/Order.md');
    expect((await diff(OLD, 'orders')).run?.contractFile).toBe('contracts/orders/contract.ts');
    expect((await diff('orders', OLD)).run?.contractFile).toBeUndefined();
  });

  it('fails on what it is told to fail on', async () => {
    expect((await diff(OLD, 'orders', '--fail-on', 'none')).exitCode).toBe(0);
    const strict = await diff(OLD, 'orders', '--fail-on', 'warning');
    expect(strict.run?.summary.failed).toBe(2);
  });

  it('weighs the rules as the project does', async () => {
    project.write({
      'levels.json': '{ "contracts": ["orders"], "levels": { "response-property-became-optional": "warning" } }',
      'unknown.json': '{ "contracts": ["orders"], "levels": { "no-such-rule": "off" } }',
    });
    expect((await diff(OLD, 'orders', '--config', 'levels.json')).exitCode).toBe(0);
    const wrong = await diff(OLD, 'orders', '--config', 'unknown.json');
    expect(wrong.exitCode).toBe(2);
    expect(wrong.failure?.message).toContain('no-such-rule');
  });
});

it('gives contracts the package that reads them, wherever it is installed', () => {
  const elsewhere = makeFolder({});
  installPackage(elsewhere.path);
  const own = makeProject({
    'contracts/orders/model.ts': MODEL,
    'contracts/orders/contract.ts': `import * as root from 'pactcheck';\nimport * as consumer from 'pactcheck/consumer';\nif (!('parseJson' in root && 'record' in consumer)) throw new Error('another package');\n${CONTRACT}`,
  });
  own.commit('first');
  const program = join(elsewhere.path, 'node_modules/pactcheck/bin/pactcheck.js');
  const { status, stderr } = spawnSync(process.execPath, [program, 'diff', OLD, OLD], {
    cwd: own.folder,
    encoding: 'utf8',
  });
  own.remove();
  elsewhere.remove();
  expect([status, stderr]).toEqual([0, '']);
});

describe('a change that is known', () => {
  const ignoring = async (text: string, env = { SOURCE_DATE_EPOCH: '1767225600' }) => {
    project.write({ 'ignore.yaml': text });
    return runCli(['diff', OLD, 'orders', '--ignore', 'ignore.yaml'], { cwd: project.folder, env });
  };
  const entry = (expires: string): string =>
    `- { rule: response-property-became-optional, pointer: /total, reason: it was never read, expires: '${expires}' }\n`;

  it('is passed over until its day, with the reason', async () => {
    const outcome = await ignoring(entry('2026-01-01'));
    expect(outcome.exitCode).toBe(0);
    const [skipped] = outcome.run?.results.filter(({ status }) => status === 'skipped') ?? [];
    expect(skipped?.reason).toBe('ignored until 2026-01-01: it was never read');
  });

  it('fails again afterwards, and the run says why', async () => {
    const outcome = await ignoring(entry('2025-12-31'));
    expect(outcome.exitCode).toBe(1);
    expect(outcome.run?.warnings).toEqual([
      'the entry for response-property-became-optional at /total held until 2025-12-31',
    ]);
  });

  it('may be named by its fingerprint; an entry that matches nothing is told', async () => {
    const { run } = await diff(OLD, 'orders');
    const { fingerprint = '' } =
      run?.results.flatMap(({ findings }) => findings).find((one) => one.level === 'breaking') ?? {};
    const outcome = await ignoring(
      `- { fingerprint: ${fingerprint}, reason: known, expires: '2026-02-01' }\n- { rule: api-path-changed, reason: old, expires: '2026-02-01' }\n`,
    );
    expect(outcome.exitCode).toBe(0);
    expect(outcome.run?.warnings).toEqual(['the entry for api-path-changed matches no change: remove it']);
  });

  it.each([
    ['no reason', `- { rule: a, expires: '2026-01-01' }`, 'gives no reason'],
    ['no day', '- { rule: a, reason: b }', 'says not until when it holds'],
    ['no change', `- { reason: b, expires: '2026-01-01' }`, 'names no change'],
    ['no list', 'rule: a', 'no list'],
  ])('needs more than an entry with %s', async (_what, text, message) => {
    const outcome = await ignoring(text);
    expect(outcome.exitCode).toBe(2);
    expect(outcome.failure?.message).toContain(message);
  });
});

describe('a reference into git that leads nowhere', () => {
  it.each([
    ['git:no-such-branch:contracts/orders/contract.ts', 'git has no commit no-such-branch here', 'fetch it'],
    ['git:main:contracts/none/contract.ts', 'there is no contracts/none/contract.ts at main', 'Check the path'],
    ['git:main', 'git:main is no reference into git', 'git:REF:PATH'],
  ])('%s is told', async (reference, message, next) => {
    const outcome = await diff(reference, 'orders');
    expect(outcome.exitCode).toBe(2);
    expect(outcome.failure?.message).toBe(message);
    expect(outcome.failure?.next).toContain(next);
  });
});
