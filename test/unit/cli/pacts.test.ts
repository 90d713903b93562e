import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, ROOT, runCli } from '../../support/run-cli';

/** A contract with few interactions: each costs a mock server. */
const lamp = {
  version: 1,
  name: 'lamp',
  consumer: 'remote',
  provider: 'lamp',
  models: {
    Lamp: {
      type: 'object',
      properties: { userId: { type: 'string', enum: ['a'] }, isOn: { type: 'boolean' } },
      required: ['isOn'],
    },
  },
  operations: {
    getLamp: {
      method: 'GET',
      path: '/lamp',
      responses: {
        '200': { schema: { $ref: '#/$defs/Lamp' }, states: [{ name: 'a lamp' }] },
        '404': { states: [{ name: 'no lamp' }] },
      },
    },
  },
};

const project = mkdtempSync(join(tmpdir(), 'pactcheck-pacts-command-'));
const folder = join(project, 'pacts');
const path = join(folder, 'remote-lamp.json');
let text = '';

const pacts = (...words: string[]): Promise<Outcome> => runCli(['pacts', ...words], { cwd: project });

beforeAll(async () => {
  mkdirSync(join(project, 'contracts/lamp'), { recursive: true });
  writeFileSync(join(project, 'contracts/lamp/contract.ts'), `export default ${JSON.stringify(lamp)};`);
  const outcome = await pacts();
  expect(outcome).toMatchObject({ exitCode: 0, failure: undefined });
  text = readFileSync(path, 'utf8');
});
beforeEach(() => writeFileSync(path, text));
afterAll(() => rmSync(project, { recursive: true }));

const check = (...words: string[]): Promise<Outcome> => pacts(...words, '--check');

/** Ids and rules of what failed. */
const failed = ({ run }: Outcome): [string, string | undefined][] =>
  (run?.results ?? [])
    .filter(({ status }) => status === 'failed')
    .map(({ id, findings }) => [id, findings[0]?.rule] as [string, string | undefined]);

interface Pact {
  interactions: { description: string; response: { status: number } }[];
}

/** Changes the file on disk by hand, as its people might. */
function edit(change: (pact: Pact) => void): Pact {
  const pact = JSON.parse(text) as Pact;
  change(pact);
  writeFileSync(path, `${JSON.stringify(pact, null, 2)}\n`);
  return pact;
}

describe('pacts --check', () => {
  it('passes on what pacts wrote, which is the same at every run', async () => {
    expect(await check()).toMatchObject({ exitCode: 0 });
    expect(await check('lamp')).toMatchObject({ exitCode: 0 });
  });

  it('names an interaction that was edited by hand, and where', async () => {
    const { interactions } = edit((pact) => {
      (pact.interactions[0] as Pact['interactions'][0]).response.status = 201;
    });
    const outcome = await check();
    expect(outcome.exitCode).toBe(1);
    expect(failed(outcome)).toEqual([[interactions[0]?.description, 'pact-changed']]);
    const found = outcome.run?.results.find(({ status }) => status === 'failed')?.findings[0];
    expect(found).toMatchObject({ pointer: '/response/status', expected: '200', actual: '201' });
    expect(found?.message).toContain(`run \`pactcheck pacts --pacts pacts\``);
  });

  it('names an interaction that was deleted, and one that stayed though nothing gives it', async () => {
    const gone = JSON.parse(text).interactions[1].description;
    edit((pact) => pact.interactions.splice(1, 1));
    expect(failed(await check())).toEqual([[gone, 'pact-missing']]);
    edit((pact) => pact.interactions.push({ description: 'by hand', response: { status: 200 } }));
    const outcome = await check();
    expect(outcome.exitCode).toBe(1);
    expect(failed(outcome)).toEqual([['by hand', 'pact-extra']]);
  });

  it.each([
    ['another order', () => edit(({ interactions }) => interactions.reverse())],
    ['an interaction twice', () => edit(({ interactions }) => interactions.push(interactions[0] as never))],
    ['other bytes of the same JSON', () => writeFileSync(path, JSON.stringify(JSON.parse(text)))],
    ['half a file', () => writeFileSync(path, text.slice(0, 1000))],
  ])('refuses %s', async (_what, spoil) => {
    spoil();
    const outcome = await check();
    expect(outcome.exitCode).toBe(1);
    expect(failed(outcome)).toEqual([['remote-lamp.json', 'pact-changed']]);
  });

  it('names every interaction of an empty folder, and exits with 1', async () => {
    rmSync(path);
    const outcome = await check();
    expect(outcome.exitCode).toBe(1);
    expect(outcome.run?.summary).toMatchObject({ failed: JSON.parse(text).interactions.length });
    expect(outcome.run?.results.find(({ status }) => status === 'passed')?.id).toBe('contracts/lamp/rows.json');
  });

  it('names a file that no contract gives', async () => {
    const stale = join(folder, 'remote-former.json');
    writeFileSync(stale, text);
    const outcome = await check();
    rmSync(stale);
    expect(outcome.exitCode).toBe(1);
    expect(failed(outcome)).toEqual([['remote-former.json', 'pact-stale']]);
  });

  it('names the rows beside the contract, where they are gone or not those of the pacts', async () => {
    const rows = join(project, 'contracts/lamp/rows.json');
    const kept = readFileSync(rows, 'utf8');
    rmSync(rows);
    const gone = await check();
    writeFileSync(rows, kept.replace('all members, plain', 'by another name'));
    const renamed = await check();
    writeFileSync(rows, '[1]');
    const spoilt = await check();
    writeFileSync(rows, kept);
    expect(failed(gone)).toEqual([['contracts/lamp/rows.json', 'rows-changed']]);
    expect(renamed.exitCode).toBe(1);
    expect(failed(renamed).map(([id]) => id)).toContain('getLamp 200 by another name');
    expect(spoilt).toMatchObject({ exitCode: 2, failure: { message: expect.stringContaining('holds no rows') } });
  });

  it('sees the other naming', async () => {
    const outcome = await check('--wire-names', 'snake_case');
    expect(outcome.exitCode).toBe(1);
  });
});

/** The command in a process of its own. */
const inProcess = (...words: readonly string[]): Promise<number | null> =>
  new Promise((settle) => {
    const main = join(ROOT, 'src/cli/main');
    const script = `require(${JSON.stringify(main)}).main(${JSON.stringify(words)}).then((code) => process.exit(code))`;
    const register = require.resolve('esbuild-register');
    const child = spawn(process.execPath, ['-r', register, '-e', script], { cwd: project, stdio: 'ignore' });
    child.on('close', settle);
  });

describe('pacts', () => {
  it('of several processes that write at once are whole', async () => {
    const other = ['pacts', '--pacts', 'shared'];
    expect(await Promise.all([inProcess(...other), inProcess(...other), inProcess(...other)])).toEqual([0, 0, 0]);
    expect(readdirSync(join(project, 'shared'))).toEqual(['remote-lamp.json']);
    expect(readFileSync(join(project, 'shared/remote-lamp.json'), 'utf8')).toBe(text);
  });

  it('has nothing to do without a contract, and says so', async () => {
    expect(await runCli(['pacts'], { cwd: folder })).toMatchObject({ exitCode: 4 });
    expect(await pacts('unknown')).toMatchObject({ exitCode: 2 });
  });

  it('prints one JSON document where asked to', async () => {
    const outcome = await pacts('--json');
    expect(JSON.parse(outcome.output)).toMatchObject({ written: [{ file: 'pacts/remote-lamp.json' }] });
  });
});
