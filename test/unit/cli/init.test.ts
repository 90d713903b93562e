import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadContract } from '../../../src/app/contract-reference';
import { startLiveService } from '../../../src/app/live-service';
import { type Api, DIALECTS, type Dialect, LEDGER, pagesIn } from '../../support/dialects';
import { makeFolder } from '../../support/folder';
import { installPackage } from '../../support/installed-package';
import { runCli } from '../../support/run-cli';

const JAVA = DIALECTS[1] as Dialect;
const PAGES = pagesIn(JAVA, LEDGER);

/** An API of one small model: what is slow here is starting programs. */
const SHOP: Api = {
  name: 'Shop',
  models: [
    {
      name: 'Order',
      properties: [
        { name: 'id', type: { kind: 'string' }, required: true, description: 'Which one.' },
        { name: 'isPaid', type: { kind: 'boolean' }, required: false, description: '' },
      ],
    },
  ],
  operations: [
    {
      id: 'getOrder',
      method: 'GET',
      path: '/orders/{id}',
      parameters: [{ name: 'id', required: true, type: { kind: 'string' } }],
      returns: { kind: 'model', name: 'Order' },
      scheme: 'bearerAuth',
      statuses: [
        ['200', 'It.'],
        ['401', 'No token.'],
        ['404', 'None.'],
      ],
    },
  ],
};

const TWO = `openapi: 3.0.3
info: { title: Shop, version: '1' }
paths:
  /orders/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getOrder
      responses: &answers
        '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
        '404': { description: None. }
    put:
      operationId: payOrder
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      responses: *answers
  /bills/{id}:
    delete:
      operationId: deleteBill
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '204': { description: Gone. }, '404': { description: None. } }
components:
  schemas:
    Order: { type: object, required: [id], properties: { id: { type: string, pattern: '^[a-z]{1,4}$' }, isPaid: { type: boolean } } }
`;

let folder: ReturnType<typeof makeFolder>;
let cwd = '';

/** A project of somebody's. */
function begin(files: Record<string, string>): void {
  folder = makeFolder(files);
  cwd = folder.path;
}
afterEach(() => folder.remove());

const docs = Object.fromEntries(Object.entries(PAGES).map(([name, text]) => [`docs/${name}`, text]));
const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');

describe('pactcheck init', () => {
  it('in a fresh folder writes what passes at once against serve', async () => {
    const shop = Object.fromEntries(Object.entries(pagesIn(JAVA, SHOP)).map(([name, text]) => [`docs/${name}`, text]));
    begin({ ...shop, 'package.json': '{"name":"@acme/console"}' });
    installPackage(cwd);
    const done = await runCli(['init', 'docs', '--ci', 'github'], { cwd });
    expect(done).toMatchObject({ exitCode: 0, failure: undefined });
    const written = [...done.output.matchAll(/^wrote (.*)$/gm)].map(([, path]) => path as string);
    expect(written.filter((path) => !existsSync(join(cwd, path)))).toEqual([]);
    expect(written).toEqual([
      'contracts/api/model.ts',
      'contracts/api/contract.ts',
      'contracts/api/rows.json',
      'pacts/',
      'contracts/api/client.ts',
      'contracts/api/consumer.test.ts',
      'contracts/api/states.ts',
      'pactcheck.config.ts',
      '.github/workflows/contract.yml',
    ]);
    expect(read('contracts/api/contract.ts')).toContain("consumer: 'console'");

    // The consumer test, as the workflow runs it.
    const [, command = ''] = /- run: (node --import.*)/.exec(read('.github/workflows/contract.yml')) ?? [];
    expect(command).not.toBe('');
    const { stdout } = await promisify(execFile)('sh', ['-c', command], { cwd });
    // Node 20 reports as TAP where there is no terminal, later ones do as on one.
    expect(stdout).toMatch(/^(?:#|ℹ) pass [1-9]\d*$/m);
    expect(stdout).toMatch(/^(?:#|ℹ) fail 0$/m);

    // And the gate, with a service that stands for the one that does not exist yet.
    const service = await startLiveService(await loadContract('api', { cwd }));
    try {
      // In a process of its own, as on the command line: with the package as it is installed.
      const bin = join(cwd, 'node_modules/pactcheck/bin/pactcheck.js');
      const env = { ...process.env, PROVIDER_URL: service.url };
      const gate = await promisify(execFile)(process.execPath, [bin, 'gate', '--json'], { cwd, env, maxBuffer: 1e8 });
      const run = JSON.parse(gate.stdout);
      expect(run.summary.failed).toBe(0);
      const ids = run.results.map(({ id }: { id: string }) => id);
      for (const part of ['getOrder 200', 'getOrder 401', 'getOrder 404'])
        expect(ids).toContainEqual(expect.stringContaining(part));
    } finally {
      await service.close();
    }
  });

  it('asks at a terminal for what no option says', async () => {
    begin({ ...docs, '.gitlab-ci.yml': '' });
    const answers = ['docs', '2, listEntries', 'web', '', 'vitest', ''];
    const asked: string[] = [];
    const ask = async (question: string): Promise<string> => {
      asked.push(question.split('\n')[0] as string);
      return answers[asked.length - 1] ?? '';
    };
    expect((await runCli(['init'], { cwd, ask })).exitCode).toBe(0);
    expect(asked).toEqual([
      'Which document describes the API? ',
      'Which operations? (all)',
      'What is your program called? (consumer) ',
      'What is the service called? (provider) ',
      'What runs your tests: node, jest or vitest? (node) ',
      'Where do checks run: github, gitlab or none? (gitlab) ',
    ]);
    expect(read('contracts/api/consumer.test.ts')).toContain("from 'vitest'");
    expect(read('contracts/api/contract.ts')).toContain("consumer: 'web'");
    expect((await loadContract('api', { cwd })).operations.map(({ id }) => id).sort()).toEqual([
      'listEntries',
      'updateOwner',
    ]);
    expect(read('.gitlab/contract.yml')).toContain('npx vitest run contracts\n');
  });

  it('adds operations to the contract that is there, and to its states', async () => {
    begin({ 'shop.yaml': TWO, 'package.json': '{"name":"web"}' });
    const first = await runCli(['init', 'shop.yaml#getorder', '--ci', 'none'], { cwd });
    expect(first).toMatchObject({ exitCode: 0, failure: undefined });
    const client = 'contracts/shop/client.ts';
    writeFileSync(join(cwd, client), '// mine');
    const states = read('contracts/shop/states.ts');
    const second = await runCli(['init', 'shop.yaml'], { cwd });
    expect(second).toMatchObject({ exitCode: 0, failure: undefined });
    expect(second.output.split('\n').slice(0, 6)).toEqual([
      'wrote contracts/shop/model.ts',
      'added to contracts/shop/contract.ts: payOrder, deleteBill',
      'wrote contracts/shop/rows.json',
      'wrote pacts/',
      'added to contracts/shop/states.ts what it lacked',
      '',
    ]);
    const contract = await loadContract('shop', { cwd });
    expect(contract.operations.map(({ id }) => id)).toEqual(['getOrder', 'payOrder', 'deleteBill']);
    expect(read('contracts/shop/contract.ts')).toContain(
      "  // payOrder: update: { identity: ['/id'] },\n  operations: {",
    );
    expect(read(client)).toBe('// mine');
    expect(read('contracts/shop/states.ts')).toContain("  'no such bill': setUp,\n};");
    expect(read('contracts/shop/states.ts').replace(/^.*bill.*\n|^.*deleteBill.*\n/gim, '')).toBe(states);
    expect((await runCli(['pacts', '--check'], { cwd })).exitCode).toBe(0);
    expect((await runCli(['import', 'shop.yaml', '--check'], { cwd })).exitCode).toBe(0);
    expect(await runCli(['init', 'shop.yaml'], { cwd })).toMatchObject({ exitCode: 2 });
  });

  it('adds nothing to a contract that is written in another way, and says what to do', async () => {
    begin({ 'shop.yaml': TWO, 'package.json': '{"name":"web"}' });
    await runCli(['init', 'shop.yaml#getOrder', '--ci', 'none'], { cwd });
    const file = join(cwd, 'contracts/shop/contract.ts');
    const text = read('contracts/shop/contract.ts').replace('  operations: {', '  operations: <const>{');
    writeFileSync(file, text);
    const model = read('contracts/shop/model.ts');
    expect(await runCli(['init', 'shop.yaml'], { cwd })).toMatchObject({
      exitCode: 2,
      failure: { message: expect.stringContaining('has its operations not where `init` writes them') },
    });
    expect([read('contracts/shop/contract.ts'), read('contracts/shop/model.ts')]).toEqual([text, model]);
  });

  it.each([
    [
      '{"devDependencies":{"vitest":"4"}}',
      'vitest',
      'npm install --save-dev pactcheck\n',
      'npx vitest run contracts/shop',
    ],
    ['{"devDependencies":{"jest":"30","ts-jest":"29"}}', 'jest', 'pactcheck\n', 'npx jest contracts/shop'],
    [
      '{"devDependencies":{"tsx":"4"}}',
      'node',
      'pactcheck\n',
      'node --import tsx --test contracts/shop/consumer.test.ts',
    ],
    ['{"devDependencies":{"jest":"30"}}', 'node', 'pactcheck jiti\n', 'nothing translates TypeScript for it'],
  ])('sees in %s what runs the tests: %s', async (manifest, runner, ...printed) => {
    begin({ 'shop.yaml': TWO, 'package.json': manifest });
    const { output } = await runCli(['init', 'shop.yaml#getOrder', '--ci', 'none'], { cwd });
    for (const text of printed) expect(output).toContain(text);
    expect(read('contracts/shop/consumer.test.ts')).toContain(`import { testConsumer } from 'pactcheck/${runner}';`);
  });

  it('says what Jest lacks where it is asked for and reads no TypeScript', async () => {
    begin({ 'shop.yaml': TWO, 'package.json': '{"devDependencies":{"jest":"30"}}' });
    const { output } = await runCli(['init', 'shop.yaml#getOrder', '--ci', 'none', '--runner', 'jest'], { cwd });
    expect(output).toContain('npm install --save-dev pactcheck @swc/jest @swc/core\n');
    expect(output).toContain("put `transform: { '\\\\.ts$': '@swc/jest' }` into its configuration");
  });

  it('keeps what is there, and says what to add', async () => {
    begin({ ...docs, 'pactcheck.config.ts': 'mine' });
    const done = await runCli(['init', 'docs#listEntries', '--ci', 'none'], { cwd });
    expect(done.output).toContain(
      'kept pactcheck.config.ts as it is\n  add to its contracts:\n    {\n      contract: ',
    );
    expect(read('pactcheck.config.ts')).toBe('mine');
    expect(existsSync(join(cwd, '.github'))).toBe(false);
    expect(await runCli(['init', 'docs#listEntries'], { cwd })).toMatchObject({
      exitCode: 2,
      failure: { message: 'the contract in contracts/api has all of these operations already' },
    });
  });

  it.each([
    [[], 'no document is named', 'pactcheck init openapi.yaml'],
    [['docs', '--operation', 'nothing'], 'no operation and no model nothing', 'They have'],
    [['docs', '--operation', 'getAccount', '--operation', 'nothing'], 'no operation and no model nothing', 'They have'],
    [['absent.yaml'], 'cannot be read', 'Check the path'],
  ])('without a terminal says what is missing: %j', async (words, message, next) => {
    begin(docs);
    expect(await runCli(['init', ...words], { cwd })).toMatchObject({
      exitCode: 2,
      failure: { message: expect.stringContaining(message), next: expect.stringContaining(next) },
    });
    expect(existsSync(join(cwd, 'contracts'))).toBe(false);
  });
});
