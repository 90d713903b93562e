import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Run } from 'pactcheck';
import { loadContract } from '../../src/app/contract-reference';
import { startLiveService } from '../../src/app/live-service';
import type { Contract } from '../../src/contract';
import type { RunningService } from '../../src/service';
import { makeFolder } from '../support/folder';
import { installPackage } from '../support/installed-package';
import { runCli } from '../support/run-cli';

const SHOP = `openapi: 3.0.3
info: { title: Shop, version: '1' }
paths:
  /orders/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getOrder
      responses: &answers
        '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
        '400': { description: Wrong. }
        '404': { description: None. }
    put:
      operationId: payOrder
      requestBody:
        content: { application/json: { schema: { type: object, properties: { isPaid: { type: boolean } } } } }
      responses: *answers
  /orders/open:
    get:
      operationId: openOrders
      responses:
        '200':
          description: All.
          content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } }
components:
  schemas:
    Order:
      type: object
      required: [id]
      properties: { id: { type: string, pattern: '^[a-z]{1,4}$' }, isPaid: { type: boolean } }
`;

const BANK = `openapi: 3.1.0
info: { title: Bank, version: '1' }
paths:
  /accounts/{id}:
    get:
      operationId: getAccount
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200':
          description: It.
          content:
            application/json:
              schema:
                type: object
                required: [balance]
                properties:
                  balance: { type: integer, minimum: 0, maximum: 9 }
                  url: { type: string, pattern: '^/v1/acc', maxLength: 20 }
`;

const NAMES = ['shop', 'bank'];
const DOCUMENTS = ['shop.yaml#getOrder', 'shop.yaml#payOrder', 'shop.yaml#openOrders', 'bank.yaml#getAccount'];

let folder: ReturnType<typeof makeFolder>;
let cwd = '';
const printed: string[] = [];

beforeAll(async () => {
  folder = makeFolder({ 'package.json': '{"name":"web"}', 'shop.yaml': SHOP, 'bank.yaml': BANK });
  cwd = folder.path;
  installPackage(cwd);
  for (const document of DOCUMENTS) {
    const done = await runCli(['init', document, '--runner', 'node', '--ci', 'github'], { cwd });
    expect(done).toMatchObject({ exitCode: 0, failure: undefined });
    printed.push(done.output);
  }
});
afterAll(() => folder.remove());

const contracts = (names = NAMES): Promise<[Contract, ...Contract[]]> =>
  Promise.all(names.map((name) => loadContract(name, { cwd }))) as Promise<[Contract, ...Contract[]]>;

/** The gate, against a service of all the contracts. */
async function gated(service: RunningService): Promise<Run> {
  const env = { PROVIDER_URL: service.url, BANK_URL: service.url };
  const { run } = await runCli(['gate'], { cwd, env });
  return run as Run;
}

describe('several contracts in one project, each begun by init', () => {
  it('are in one configuration, the operations of one API in one contract, the second provider under a variable of its own', () => {
    const config = readFileSync(join(cwd, 'pactcheck.config.ts'), 'utf8');
    expect([...config.matchAll(/contract: '(.*)'/g)].map(([, name]) => name)).toEqual(NAMES);
    expect([...config.matchAll(/baseUrl: '\$(.*?)'/g)].map(([, name]) => name)).toEqual(['PROVIDER_URL', 'BANK_URL']);
    expect(printed[1]).toContain('added to contracts/shop/contract.ts: payOrder');
    expect(printed[3]).toContain('added to pactcheck.config.ts what it lacked');
    expect(printed[3]).toContain('add to its variables, and start that service, too:\n      BANK_URL: ');
    expect(readdirSync(join(cwd, 'pacts'))).toEqual(['web-bank.json', 'web-shop.json']);
  });

  it('write one handler for each state of an API', () => {
    const states = readFileSync(join(cwd, 'contracts/shop/states.ts'), 'utf8');
    expect(states.match(/'an order exists'/g)).toHaveLength(1);
    expect(states).toContain("'openOrders answers as given': setUp,");
  });

  it('pass all at once: each verification replays what is its own', async () => {
    const service = await startLiveService(await contracts());
    try {
      const run = await gated(service);
      expect(run.results.filter(({ status }) => status === 'failed')).toEqual([]);
      for (const [name, operation] of [
        ['shop', '(?:getOrder|payOrder|openOrders)'],
        ['bank', 'getAccount'],
      ]) {
        const own = run.results.filter(({ id }) => id.startsWith(`verify ${name}: `));
        expect(own.length).toBeGreaterThan(0);
        expect(own.filter(({ id }) => !new RegExp(`^verify ${name}: ${operation} `).test(id))).toEqual([]);
      }
    } finally {
      await service.close();
    }
  });

  it.each([
    ['shop', '/id missing'],
    ['bank', '/balance missing'],
  ])('a defect of %s is found there, and nowhere else', async (name, fault) => {
    const all = await contracts();
    const faultIn = all.find((contract) => contract.name === name) as Contract;
    const cases = (await runCli(['cases', name, '--verdict', 'reject', '--mode', 'edge'], { cwd })).output.split('\n');
    const line = cases.find((text) => text.includes(`"id":"${fault}`)) as string;
    const service = await startLiveService(all, { fault: JSON.parse(line), faultIn });
    try {
      const failed = (await gated(service)).results.filter(({ status }) => status === 'failed');
      expect(failed.length).toBeGreaterThan(0);
      for (const { id, details } of failed) {
        expect(id).toContain(`verify ${name}: `);
        expect(details?.['replay']).toContain(`--contract ${name}`);
      }
    } finally {
      await service.close();
    }
  });

  it('are verified together where no contract is named, with the states of all', async () => {
    const service = await startLiveService(await contracts());
    const files = NAMES.flatMap((name) => ['--states', `contracts/${name}/states.ts`]);
    const verify = ['verify', '--provider-base-url', service.url, ...files];
    try {
      const all = await runCli(verify, { cwd });
      expect(all.run?.summary).toMatchObject({ failed: 0, skipped: 0 });
      expect(all.run?.warnings).toEqual([
        'the pacts are of several providers (bank, shop), and all are replayed on one service: name one by --provider',
      ]);
      const bank = await runCli([...verify, '--provider', 'bank'], { cwd });
      expect(bank.run?.warnings).toBeUndefined();
      expect(bank.run?.results.every(({ id }) => id.startsWith('getAccount '))).toBe(true);
      expect((await runCli([...verify, '--provider', 'banks'], { cwd })).failure).toMatchObject({
        message: 'there is no pact of a provider banks',
      });
    } finally {
      await service.close();
    }
  });

  it('run their consumer tests by one command', async () => {
    const tests = ['shop', 'bank'].map((name) => `contracts/${name}/consumer.test.ts`);
    const words = ['--import', 'jiti/register', '--test', ...tests];
    const { stdout } = await promisify(execFile)(process.execPath, words, { cwd });
    expect(stdout).toMatch(/^(?:#|ℹ) fail 0$/m);
    expect(stdout).toMatch(/^(?:#|ℹ) suites 2$/m);
    expect(readFileSync(join(cwd, '.github/workflows/contract.yml'), 'utf8')).toContain(
      '- run: node --import jiti/register --test contracts/*/consumer.test.ts',
    );
  });

  it('fail once for a name that is wrong, and say which is meant', async () => {
    const file = join(cwd, 'pactcheck.config.ts');
    const config = readFileSync(file, 'utf8');
    writeFileSync(file, config.replace("contract: 'shop'", "contract: 'shp'"));
    const { run, exitCode } = await runCli(['gate'], { cwd, env: {} });
    writeFileSync(file, config);
    const failed = run?.results.filter(({ status }) => status === 'failed') ?? [];
    expect(exitCode).toBe(2);
    expect(failed.map(({ id, findings }) => [id, findings[0]?.message])).toEqual([
      ['contract shp', expect.stringContaining('Did you mean shop?')],
    ]);
  });

  it('cover, fuzz, compare and are well', async () => {
    for (const name of NAMES) {
      const coverage = await runCli(['coverage', name, '--fail-under', 'classes=100,pairs=100'], { cwd });
      expect(coverage).toMatchObject({ exitCode: 0 });
      expect((await runCli(['diff', name, name], { cwd })).exitCode).toBe(0);
    }
    writeFileSync(join(cwd, 'parser.js'), 'exports.parse = (body) => JSON.parse(body);');
    const fuzz = await runCli(['fuzz', 'shop', '--parser', 'parser.js#parse', '--runs', '50'], { cwd });
    expect(fuzz.run?.contract).toBe('shop');
    expect((await runCli(['doctor'], { cwd })).output).toContain('bank, shop');
  });

  it('say how updates are verified, too: what stands in the comment is taken in', async () => {
    const file = join(cwd, 'contracts/shop/contract.ts');
    const text = readFileSync(file, 'utf8');
    const [, update] = /^ {2}\/\/ payOrder: (update: .*,)$/m.exec(text) ?? [];
    expect(update).toBe("update: { identity: ['/id'] },");
    writeFileSync(file, text.replace("method: 'PUT',", `method: 'PUT',\n      ${update}`));
    expect((await runCli(['pacts', 'shop'], { cwd })).exitCode).toBe(0);
    const service = await startLiveService(await contracts());
    const states = ['--states', 'contracts/shop/states.ts'];
    const verify = ['verify', '--contract', 'shop', '--provider-base-url', service.url, ...states];
    try {
      const plain = await runCli(verify, { cwd });
      const explored = await runCli([...verify, '--explore', '3'], { cwd });
      expect(plain.exitCode).toBe(0);
      const failed = explored.run?.results.filter(({ status }) => status === 'failed') ?? [];
      expect(failed.map(({ id, findings, details }) => [id, findings[0]?.message, details])).toEqual([]);
      expect(explored.run?.results.length).toBeGreaterThan(plain.run?.results.length ?? 0);
    } finally {
      await service.close();
    }
  });
});
