import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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
      'contracts/get-order/model.ts',
      'contracts/get-order/contract.ts',
      'contracts/get-order/rows.json',
      'pacts/',
      'contracts/get-order/client.ts',
      'contracts/get-order/consumer.test.ts',
      'contracts/get-order/states.ts',
      'pactcheck.config.ts',
      '.github/workflows/contract.yml',
    ]);
    expect(read('contracts/get-order/contract.ts')).toContain("consumer: 'console'");

    // The consumer test, as the workflow runs it.
    const [, command = ''] = /- run: (node --import.*)/.exec(read('.github/workflows/contract.yml')) ?? [];
    expect(command).not.toBe('');
    const { stdout } = await promisify(execFile)('sh', ['-c', command], { cwd });
    // Node 20 reports as TAP where there is no terminal, later ones do as on one.
    expect(stdout).toMatch(/^(?:#|ℹ) pass [1-9]\d*$/m);
    expect(stdout).toMatch(/^(?:#|ℹ) fail 0$/m);

    // And the gate, with a service that stands for the one that does not exist yet.
    const service = await startLiveService(await loadContract('get-order', { cwd }));
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
    const answers = ['docs', '2', 'web', '', 'vitest', ''];
    const asked: string[] = [];
    const ask = async (question: string): Promise<string> => {
      asked.push(question.split('\n')[0] as string);
      return answers[asked.length - 1] ?? '';
    };
    expect((await runCli(['init'], { cwd, ask })).exitCode).toBe(0);
    expect(asked).toEqual([
      'Which document describes the API? ',
      'Which operation?',
      'What is your program called? (consumer) ',
      'What is the service called? (provider) ',
      'What runs your tests: node, jest or vitest? (node) ',
      'Where do checks run: github, gitlab or none? (gitlab) ',
    ]);
    expect(read('contracts/update-owner/consumer.test.ts')).toContain("from 'vitest'");
    expect(read('contracts/update-owner/contract.ts')).toContain("consumer: 'web'");
    expect(read('.gitlab/contract.yml')).toContain('npx vitest run contracts\n');
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
      failure: { message: 'there is a contract in contracts/list-entries already' },
    });
  });

  it.each([
    [[], 'no document is named', 'pactcheck init openapi.yaml'],
    [['docs'], 'the document has several operations', '--operation: getAccount, updateOwner, listEntries'],
    [['docs', '--operation', 'nothing'], 'no operation and no model nothing', 'They have'],
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
