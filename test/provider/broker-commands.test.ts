import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type BrokerBench, brokerBench, right } from '../support/broker-bench';
import { onDouble, unique } from '../support/broker-home';
import { scripted } from '../support/scripted-service';

let bench: BrokerBench;
let provider = '';
let shop = '';
beforeAll(async () => {
  bench = await brokerBench();
});
afterAll(() => bench.close());
beforeEach(() => {
  [provider, shop] = [unique('things'), unique('shop')];
});

const publish = (version = '1', consumer = shop) =>
  bench.broker.publish({ consumer, version, provider, content: { interactions: [right] } });

const verify = (version: string) =>
  bench.verify(['--provider', provider, '--publish', '--provider-version', version, '--provider-branch', 'main']);

const versionWords = (pacticipant: string, version: string): string[] => [
  ...['--pacticipant', pacticipant],
  ...['--pacticipant-version', version],
];

const record = (kind: string, version: string, environment = 'production', pacticipant = provider) =>
  bench.run([`record-${kind}`, ...versionWords(pacticipant, version), '--environment', environment]);

const ask = (words: readonly string[], env: Record<string, string> = {}) =>
  bench.run(['can-i-deploy', ...words, '--to', 'production'], env);

describe('pactcheck can-i-deploy', () => {
  it('says yes to what was verified by what is deployed', async () => {
    await publish();
    await verify('p1');
    expect(await record('deployment', 'p1')).toMatchObject({
      exitCode: 0,
      failure: undefined,
      run: { results: [{ id: `${provider} p1 is deployed to production`, status: 'passed' }] },
    });
    const outcome = await ask(versionWords(shop, '1'));
    expect(outcome).toMatchObject({
      exitCode: 0,
      failure: undefined,
      run: { results: [{ id: `${shop} 1 to production` }] },
    });
  });

  it('says no where a result is missing, and which', async () => {
    await publish();
    await verify('p1');
    await record('release', 'p1');
    await bench.broker.publish({
      consumer: shop,
      version: '2',
      provider,
      content: { interactions: [right, { ...right, description: 'new' }] },
    });
    const outcome = await ask(versionWords(shop, '2'));
    expect(outcome).toMatchObject({ exitCode: 1, failure: undefined });
    expect(outcome.run?.results[0]?.findings[0]).toMatchObject({
      rule: 'not-deployable',
      message: expect.stringContaining(`No result is known of ${shop} 2 and ${provider}`),
    });
  });

  it('says no to what is not known, without a dump of JSON', async () => {
    await publish();
    const outcome = await ask(versionWords(shop, '99'));
    expect(outcome).toMatchObject({ exitCode: 1, failure: undefined });
    expect(outcome.run?.results[0]?.findings[0]?.message).toMatch(
      /No pacts or verifications have been published for version 99/,
    );
  });

  it.each([
    ['a pacticipant', () => versionWords('nobody-at-all', '1'), [], /Pacticipant nobody-at-all not found/],
    ['an environment', () => versionWords(shop, '1'), ['--to', 'nowhere'], /nowhere/],
  ])('refuses %s that the broker does not know, as a mistake of who asks', async (_what, words, more, message) => {
    await publish();
    const outcome = await bench.run(['can-i-deploy', ...words(), '--to', 'production', ...more]);
    expect(outcome).toMatchObject({ exitCode: 2, failure: { message: expect.stringMatching(message) } });
  });

  it('asks of several pacticipants together, each with its version', async () => {
    await publish();
    await verify('p1');
    const fine = await ask([...versionWords(shop, '1'), ...versionWords(provider, 'p1')]);
    expect(fine).toMatchObject({
      exitCode: 0,
      run: { results: [{ id: `${shop} 1 and ${provider} p1 to production` }] },
    });
    const other = unique('other');
    await bench.broker.publish({ consumer: other, version: '1', provider, content: { interactions: [right] } });
    expect(await ask([...versionWords(other, '1'), ...versionWords(provider, 'p1')])).toMatchObject({ exitCode: 1 });
  });

  it('leaves out who is to be ignored', async () => {
    await publish();
    expect(await ask(versionWords(shop, '1'))).toMatchObject({ exitCode: 1 });
    expect(await ask([...versionWords(shop, '1'), '--ignore', provider])).toMatchObject({ exitCode: 0 });
  });

  it('wants the version after the pacticipant that it is of', async () => {
    const outcome = await ask(['--pacticipant-version', '1', '--pacticipant', shop]);
    expect(outcome).toMatchObject({
      exitCode: 2,
      failure: { message: expect.stringContaining('belongs to no --pacticipant') },
    });
  });

  it('waits while a result is missing', async () => {
    await publish();
    await verify('p1');
    await record('deployment', 'p1');
    const interactions = [right, { ...right, description: 'new' }];
    await bench.broker.publish({ consumer: shop, version: '2', provider, content: { interactions } });
    const asked = ask([...versionWords(shop, '2'), '--wait', '20']);
    await verify('p1');
    expect(await asked).toMatchObject({ exitCode: 0, failure: undefined });
  });

  it.each([
    ['by option', ['--dry-run'], {}],
    ["by Pact's own variable", [], { PACT_BROKER_CAN_I_DEPLOY_DRY_RUN: 'true' }],
  ])('passes in a dry run, %s, and says what the broker says', async (_how, words, env) => {
    await publish();
    const outcome = await ask([...versionWords(shop, '1'), ...words], env as Record<string, string>);
    expect(outcome).toMatchObject({ exitCode: 0, failure: undefined });
    expect(outcome.run?.results[0]?.findings[0]).toMatchObject({ level: 'warning' });
  });

  it('is the environment where the broker is down, and names no secret', async () => {
    const env = { PACT_BROKER_BASE_URL: 'http://user:pass-word@127.0.0.1:9' };
    const outcome = await ask(versionWords(shop, '1'), env);
    expect(outcome).toMatchObject({ exitCode: 3, failure: { message: expect.stringContaining('Failed to access') } });
    expect(JSON.stringify(outcome)).not.toContain('pass-word');
  });

  it('is the environment where the broker never answers', async () => {
    const silent = await scripted(() => undefined);
    const env = { PACT_BROKER_BASE_URL: silent.url };
    const outcome = await ask([...versionWords(shop, '1'), '--timeout', '1'], env);
    await silent.close();
    expect(outcome).toMatchObject({ exitCode: 3, failure: { message: expect.stringContaining('no answer in 1 s') } });
  });

  it('needs a broker', async () => {
    const outcome = await ask(versionWords(shop, '1'), { PACT_BROKER_BASE_URL: '' });
    expect(outcome).toMatchObject({ exitCode: 2, failure: { message: 'no broker is named' } });
  });
});

describe('a broker whose certificate nobody vouches for', () => {
  const CERTIFICATES = join(__dirname, '../attacks/certificates');
  const pem = (name: string): string => readFileSync(join(CERTIFICATES, `${name}.pem`), 'utf8');
  const yes = { summary: { deployable: true, reason: 'fine' }, notices: [], matrix: [] };
  let server: Server;
  let env: Record<string, string> = {};
  beforeAll(async () => {
    server = createServer({ key: pem('service-key'), cert: pem('service') }, (_request, response) => {
      response.setHeader('content-type', 'application/hal+json');
      response.end(JSON.stringify({ _links: { self: { href: '/' } }, ...yes }));
    });
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    env = { PACT_BROKER_BASE_URL: `https://localhost:${(server.address() as AddressInfo).port}` };
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise<void>((settle) => server.close(() => settle()));
  });

  it('is refused, with the option that names it', async () => {
    const outcome = await ask(versionWords('a', '1'), env);
    expect(outcome).toMatchObject({ exitCode: 3, failure: { next: expect.stringContaining('--ca FILE') } });
  });

  it('is trusted by the same option and variable as everywhere', async () => {
    const file = join(CERTIFICATES, 'ca.pem');
    expect(await ask([...versionWords('a', '1'), '--ca', file], env)).toMatchObject({
      exitCode: 0,
      failure: undefined,
    });
    expect(await ask(versionWords('a', '1'), { ...env, SSL_CERT_FILE: file })).toMatchObject({ exitCode: 0 });
  });
});

describe('what was done with a version', () => {
  it('is refused of a version that is called like a status, as any other that nobody knows', async () => {
    await publish();
    expect(await record('deployment', '401')).toMatchObject({ exitCode: 2 });
  });

  it.each([
    ['an environment', 'p1', 'nowhere', /nowhere does not exist/],
    ['a version', 'never', 'production', /404/],
  ])('is refused of %s that the broker does not know', async (_what, version, environment, message) => {
    await publish();
    await verify('p1');
    const outcome = await record('deployment', version, environment);
    expect(outcome).toMatchObject({ exitCode: 2, failure: { message: expect.stringMatching(message) } });
  });

  it('is a release, which stands beside the one before', async () => {
    await publish();
    await verify('p1');
    expect(await record('release', 'p1')).toMatchObject({
      exitCode: 0,
      run: { results: [{ id: `${provider} p1 is released to production` }] },
    });
    expect(await ask(versionWords(shop, '1'))).toMatchObject({ exitCode: 0 });
  });
});

describe('pactcheck publish', () => {
  /** A document whose pact is one of a consumer and a provider that no test before has named. */
  const project = (type = 'integer') => {
    mkdirSync(join(bench.folder, 'pacts'), { recursive: true });
    for (const name of readdirSync(join(bench.folder, 'pacts'))) rmSync(join(bench.folder, 'pacts', name));
    const schema = { type: 'object', required: ['id'], properties: { id: { type } } };
    const content = { 'application/json': { schema } };
    const get = { operationId: 'getThings', responses: { 200: { description: 'them', content } } };
    bench.write('api.json', {
      openapi: '3.0.3',
      info: { title: provider, version: '1' },
      paths: { '/things': { get } },
    });
  };

  const pacts = async (type?: string) => {
    project(type);
    const written = await bench.run(['pacts', 'api.json#getThings']);
    expect(written.failure).toBeUndefined();
  };

  const publishing = (...words: readonly string[]) =>
    bench.run(['publish', 'api.json#getThings', '--consumer-version', unique('v'), ...words]);

  it('takes the pacts of the contracts to the broker, with version, branch and tags, and prints where', async () => {
    await pacts();
    const outcome = await publishing('--branch', 'main', '--tag', 'blue', '--build-url', 'http://ci.example/7');
    expect(outcome).toMatchObject({ exitCode: 0, failure: undefined, run: { summary: { passed: 1 } } });
    expect(outcome.output).toMatch(/^published \S+ v\S* with .*: http\S+\/pacts\/provider\//m);
    const url = outcome.run?.results[0]?.details?.['url'] ?? '';
    expect(await bench.broker.get(url)).toMatchObject({ interactions: expect.any(Array) });
  });

  onDouble('tells the broker the branch, the tags and the page of the run', async () => {
    await pacts();
    await publishing('--branch', 'main', '--tag', 'blue', '--tag', 'green', '--build-url', 'http://ci.example/7');
    expect(bench.broker.double?.asked.at(-1)).toMatchObject({
      method: 'POST',
      body: { branch: 'main', tags: ['blue', 'green'], buildUrl: 'http://ci.example/7' },
    });
  });

  onDouble('asks the broker for nothing in a dry run, though it could', async () => {
    await pacts();
    const before = bench.broker.double?.asked.length;
    expect(await publishing('--branch', 'main', '--dry-run')).toMatchObject({ exitCode: 0, failure: undefined });
    expect(bench.broker.double?.asked.length).toBe(before);
  });

  it('says what it would publish in a dry run, and publishes nothing', async () => {
    await pacts();
    const outcome = await bench.run(
      ['publish', 'api.json#getThings', '--consumer-version', '1', '--branch', 'main', '--dry-run'],
      { PACT_BROKER_BASE_URL: '' },
    );
    expect(outcome).toMatchObject({ exitCode: 0, failure: undefined });
    expect(outcome.output).toMatch(/^would publish .* 1 with .*, branch main$/m);
  });

  it('publishes nothing of pacts that are not what the contracts give', async () => {
    await pacts();
    const [file] = readdirSync(join(bench.folder, 'pacts'));
    bench.write(`pacts/${file}`, { consumer: { name: 'x' }, provider: { name: 'y' }, interactions: [] });
    const outcome = await publishing('--branch', 'main');
    expect(outcome.exitCode).toBe(1);
    expect(outcome.run?.command).toBe('pacts --check');
  });

  it('warns where nobody knows the branch, and refuses where nobody knows the version', async () => {
    await pacts();
    expect((await publishing()).output).toContain('nobody knows the branch');
    const outcome = await bench.run(['publish', 'api.json#getThings']);
    expect(outcome).toMatchObject({ exitCode: 2, failure: { message: 'nobody knows which version it is' } });
  });

  it('is refused where a version has another pact already, in the words of the broker', async () => {
    await pacts();
    const words = ['publish', 'api.json#getThings', '--consumer-version', unique('same'), '--branch', 'main'];
    expect(await bench.run(words)).toMatchObject({ exitCode: 0 });
    await pacts('string');
    const outcome = await bench.run(words);
    expect(outcome).toMatchObject({
      exitCode: 2,
      failure: { message: expect.stringContaining('Cannot change the content of the pact') },
    });
  });
});
