import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, runCli } from '../../support/run-cli';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pactcheck-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the command line', () => {
  it.each([
    [['nonsense'], /unknown command 'nonsense'/],
    [['contract'], /missing required argument 'contract'/],
    [['contract', 'user-update-resp', '--wire-names', 'kebab'], /must be one of documented, snake_case/],
    [['contract', 'user-update-resp', '--bogus'], /unknown option '--bogus'/],
    [['fuzz', 'user-update-resp', '--parzer', 'a.ts'], /unknown option '--parzer'\n\(Did you mean --parser\?\)/],
    [['verify', '--provider-bas-url', 'http://127.0.0.1:1'], /unknown option '--provider-bas-url'/],
  ])('refuses %j with exit code 2 and says why', async (words, message) => {
    const outcome = await runCli(words);
    expect(outcome.exitCode).toBe(2);
    expect(outcome.output).toMatch(message);
  });

  it('says what a command needs, and what for', async () => {
    const outcome = await runCli(['fuzz', 'user-update-resp']);
    expect(outcome).toMatchObject({
      exitCode: 2,
      failure: { message: expect.stringMatching(/^fuzz needs --parser <parser>: /) },
    });
  });

  it('helps, with exit code 0', async () => {
    const outcome = await runCli(['contract', '--help']);
    expect(outcome.exitCode).toBe(0);
    expect(outcome.output).toContain('Usage: pactcheck contract');
  });

  it('names the contracts that there are, where one is not', async () => {
    const outcome = await runCli(['contract', 'user-updated']);
    expect(outcome).toMatchObject({ exitCode: 2, failure: { message: expect.stringContaining('user-update-resp') } });
  });

  it('prints a contract as data on the naming asked for', async () => {
    const outcome = await runCli(['contract', 'user-update-resp', '--wire-names', 'snake_case']);
    const contract = JSON.parse(outcome.output);
    expect(contract.wireNames).toBe('snake_case');
    const names = contract.definitions.UserUpdateResp.properties.map((property: { name: string }) => property.name);
    expect(names).toContain('is_gtc_accepted');
    expect(names).toHaveLength(26);
  });

  it('says where a contract is wrong', async () => {
    const source = {
      version: 1,
      name: 'x',
      consumer: 'a',
      provider: 'b',
      models: { X: { allOf: [] } },
      operations: {},
    };
    const file = join(folder, 'contract.json');
    writeFileSync(file, JSON.stringify({ ...source, models: { X: { $ref: 'http://elsewhere' } } }));
    const outcome = await runCli(['contract', file]);
    expect(outcome).toMatchObject({ exitCode: 2, failure: { message: expect.stringContaining('/models/X') } });
  });

  it('says that a module exports no contract', async () => {
    const file = join(folder, 'empty.ts');
    writeFileSync(file, 'export const answer = 42;\n');
    const outcome = await runCli(['contract', file]);
    expect(outcome).toMatchObject({
      exitCode: 2,
      failure: { message: expect.stringContaining('exports no contract') },
    });
  });
});

describe('the configuration', () => {
  const gate = (text: string) => {
    const file = join(folder, 'pactcheck.config.json');
    writeFileSync(file, text);
    return runCli(['gate', '--config', file]);
  };

  it('is asked for where there is none', async () => {
    const outcome = await runCli(['gate'], { cwd: folder });
    expect(outcome).toMatchObject({ exitCode: 2, failure: { message: 'there is no pactcheck.config.ts here' } });
  });

  it.each([
    ['{"contracts":["a"],"treshold":{}}', /no setting treshold/],
    ['{"contracts":"a"}', /: contracts is not a list/],
    ['{"contracts":[]}', /: contracts is empty/],
    ['{}', /: it has no contracts/],
    ['{"contracts":[{"contract":"a","parser":"b"}]}', /contracts\[0\] has no setting parser/],
    [
      '{"contracts":[{"contract":"a","parsers":[{"parser":"b","runs":"1"}]}]}',
      /parsers\[0\]\.runs is not a whole number/,
    ],
    ['{"contracts":["a"],"thresholds":{"pairs":101}}', /thresholds\.pairs is not a percentage/],
    ['{"contracts":["a"],"levels":{"x":"error"}}', /levels\.x is not one of breaking, warning/],
    ['{"contracts":', /cannot be loaded/],
  ])('refuses %s', async (text, message) => {
    const outcome = await gate(text);
    expect(outcome.exitCode).toBe(2);
    expect(outcome.failure?.message).toMatch(message);
  });
});

describe('the doctor', () => {
  it('says what to do about a broker that does not answer', async () => {
    const env = { PACT_BROKER_BASE_URL: 'http://127.0.0.1:1' };
    const outcome = await runCli(['doctor'], { cwd: folder, env });
    expect(outcome.exitCode).toBe(3);
    expect(outcome.output).toContain('✗ broker: the broker does not answer at http://127.0.0.1:1/');
    expect(outcome.output).toContain('Check PACT_BROKER_BASE_URL');
  });

  it('says what is wrong with the configuration', async () => {
    writeFileSync(join(folder, 'pactcheck.config.json'), '{"contracts": 1}');
    const outcome = await runCli(['doctor', '--json'], { cwd: folder });
    expect(outcome.exitCode).toBe(2);
    expect(JSON.parse(outcome.output).checks).toContainEqual(
      expect.objectContaining({ name: 'configuration', status: 'wrong' }),
    );
  });

  const service = (baseUrl: string, name: string) => ({ contract: name, provider: { baseUrl } });

  it('asks each service once, and says of which contracts it is', async () => {
    const url = 'http://127.0.0.1:1';
    const contracts = [service(url, 'a'), service(url, 'b'), service('$UNSET_SERVICE', 'c')];
    writeFileSync(join(folder, 'pactcheck.config.json'), JSON.stringify({ contracts }));
    const { output, exitCode } = await runCli(['doctor'], { cwd: folder });
    expect(output.match(/✗ provider: nothing answers at http:\/\/127\.0\.0\.1:1 \(a, b\)/g)).toHaveLength(1);
    expect(output).toContain('- provider: $UNSET_SERVICE is not set: the gate leaves out verify c');
    expect(exitCode).toBe(3);
  });

  it('names the variables of the configuration that are not set', async () => {
    const provider = { baseUrl: '$SERVICE', headers: ['authorization: Bearer $TOKEN'] };
    const contracts = [{ contract: 'a', provider }];
    writeFileSync(join(folder, 'pactcheck.config.json'), JSON.stringify({ contracts }));
    const { output } = await runCli(['doctor'], { cwd: folder, env: { SERVICE: 'http://127.0.0.1:1' } });
    expect(output).toContain('! configuration: pactcheck.config.json names TOKEN, which is not set here');
  });

  it('finds a proxy that stands before a service of this machine', async () => {
    const contracts = [service('http://127.0.0.1:1', 'a')];
    writeFileSync(join(folder, 'pactcheck.config.json'), JSON.stringify({ contracts }));
    const env = { http_proxy: 'http://127.0.0.1:2' };
    const { output, exitCode } = await runCli(['doctor'], { cwd: folder, env });
    expect(output).toContain('✗ proxies: http_proxy leads to http://127.0.0.1:1, which is this machine');
    expect(output).toContain('Add 127.0.0.1 to NO_PROXY.');
    expect(exitCode).toBe(3);
  });

  it('finds certificates that cannot be read, and says until when others are valid', async () => {
    const certificate = join(ROOT, 'test/attacks/certificates/ca.pem');
    const env = { SSL_CERT_FILE: certificate, NODE_EXTRA_CA_CERTS: 'no-such.pem' };
    const { output } = await runCli(['doctor'], { cwd: folder, env });
    expect(output).toMatch(/[✓!] certificates: SSL_CERT_FILE: 1 in .*ca\.pem, valid until \d{4}-\d\d-\d\d/);
    expect(output).toMatch(/✗ certificates: NODE_EXTRA_CA_CERTS names .*no-such\.pem, which cannot be read/);
  });

  it('finds a runner that is named and not installed', async () => {
    writeFileSync(join(folder, 'package.json'), '{"devDependencies": {"vitest": "1"}}');
    const { output, exitCode } = await runCli(['doctor'], { cwd: folder });
    expect(output).toContain('✗ test runner: package.json names vitest, which is not installed');
    expect(exitCode).toBe(3);
  });
});
