import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrokerBench, brokerBench, right, wrong } from '../support/broker-bench';
import { onDouble, unique } from '../support/broker-home';

let bench: BrokerBench;
let provider = '';
let shop = '';
beforeAll(async () => {
  bench = await brokerBench();
});
afterAll(() => bench.close());
beforeEach(() => {
  [provider, shop] = [unique('Dinge / für alle'), unique('Läden & co')];
});

const publish = (version: string, branch: string, one: object = right) =>
  bench.broker.publish({ consumer: shop, version, branch, provider, content: { interactions: [one] } });

const verify = (...words: readonly string[]) =>
  bench.verify(['--provider', provider, '--provider-branch', 'main', ...words]);

const selecting = (...selectors: readonly object[]): string[] =>
  selectors.flatMap((selector) => ['--consumer-version-selector', JSON.stringify(selector)]);

describe('pacts from a broker', () => {
  it('are those of the main branch, what is deployed, and the branch of the same name, where nothing else is said', async () => {
    await publish('1', 'main');
    await publish('2', 'feature', wrong);
    expect(await verify()).toMatchObject({ exitCode: 0, failure: undefined, run: { summary: { passed: 1 } } });
    const outcome = await bench.verify(['--provider', provider, '--provider-branch', 'feature']);
    expect(outcome).toMatchObject({ exitCode: 1, run: { summary: { passed: 1, failed: 1 } } });
  });

  it.each([
    ['a branch', [{ branch: 'feature' }], 1],
    ['the main branch', [{ mainBranch: true }], 0],
    ['the latest', [{ latest: true }], 1],
  ])('are those of %s where a selector says so', async (_title, selectors, exitCode) => {
    await publish('1', 'main');
    await publish('2', 'feature', wrong);
    expect(await verify(...selecting(...selectors))).toMatchObject({ exitCode, failure: undefined });
  });

  it('are also work in progress since a day, which fails nothing', async () => {
    await publish('1', 'main');
    await publish('2', 'feature', wrong);
    const published = await verify('--publish', '--provider-version', 'p1');
    expect(published.exitCode).toBe(0);
    const outcome = await verify('--enable-pending', '--include-wip-pacts-since', '2020-01-01');
    expect(outcome).toMatchObject({ exitCode: 0, failure: undefined, run: { summary: { passed: 2 } } });
    expect(outcome.run?.results.flatMap(({ findings }) => findings)).toMatchObject([{ level: 'warning' }]);
  });

  it('are called by consumer and version, not by their address', async () => {
    await publish('1', 'main');
    const { run } = await verify();
    expect(run?.warnings?.join()).toContain(`answers to ${shop} 1 are held to the pact alone`);
    expect(run?.warnings?.join()).not.toContain('http');
  });

  it('come with what the broker says of them, each in a line, and not as warnings', async () => {
    await publish('1', 'main');
    const { output, run } = await verify('--enable-pending');
    expect(output).toMatch(/^Läden.* 1: This pact is in pending state for this version of/m);
    expect(output).not.toContain('\\n');
    expect(run?.warnings?.join()).not.toContain('pending state');
  });

  it('are asked for without the matching branch where nobody knows a branch, which is said', async () => {
    await publish('1', 'main');
    const outcome = await bench.verify(['--provider', provider]);
    expect(outcome).toMatchObject({ exitCode: 0, failure: undefined });
    expect(outcome.output).toContain('the selector matchingBranch is left out');
    const alone = await bench.verify(['--provider', provider, ...selecting({ matchingBranch: true })]);
    expect(alone).toMatchObject({ exitCode: 2, failure: { message: expect.stringContaining('nobody knows it') } });
  });

  onDouble('are asked for with the tags of the provider, which tell what is pending', async () => {
    await publish('1', 'main');
    await verify('--provider-tag', 'blue', '--provider-tag', 'green');
    const asked = bench.broker.double?.asked.findLast(({ path }) => path.endsWith('/for-verification'));
    expect(asked?.body).toMatchObject({ providerVersionBranch: 'main', providerVersionTags: ['blue', 'green'] });
  });

  it.each([
    [
      'a selector that is none',
      selecting({ nonsense: true }),
      /must specify a value for environment or tag or branch, or specify mainBranch=true, matchingBranch=true, latest=true, deployed=true, released=true or deployedOrReleased=true \(at index 0\)/,
    ],
    [
      'an environment that is none',
      selecting({ environment: 'nowhere' }),
      /environment with name 'nowhere' does not exist/,
    ],
    [
      'a day that is none',
      ['--enable-pending', '--include-wip-pacts-since', 'yesterday'],
      /includeWipPactsSince: must be a date/,
    ],
  ])('are refused for %s in the words of the broker, as a mistake of who asks', async (_title, words, message) => {
    await publish('1', 'main');
    expect(await verify(...words)).toMatchObject({ exitCode: 2, failure: { message: expect.stringMatching(message) } });
  });

  it('are refused for a selector that is no JSON', async () => {
    expect(await verify('--consumer-version-selector', 'main')).toMatchObject({ exitCode: 2 });
  });

  it('are missing of a provider that nobody knows, which passes where that was allowed', async () => {
    const outcome = await verify();
    expect(outcome).toMatchObject({
      exitCode: 2,
      failure: { message: expect.stringContaining('No provider with name') },
    });
    const allowed = await verify('--allow-no-pacts', '--publish', '--provider-version', 'new1');
    expect(allowed).toMatchObject({ exitCode: 0, failure: undefined });
    expect(allowed.run?.warnings?.join()).toContain('no consumer has a pact with');
    const version = await bench.broker.get(`/pacticipants/${encodeURIComponent(provider)}/versions/new1`);
    expect(version).toMatchObject({ number: 'new1' });
  });

  it('are none for these selectors, which is nothing tested', async () => {
    await publish('1', 'feature');
    const words = selecting({ mainBranch: true });
    expect(await verify(...words)).toMatchObject({ exitCode: 4 });
    expect(await verify(...words, '--allow-no-pacts')).toMatchObject({ exitCode: 0, failure: undefined });
  });

  it('is the one at an address, as a webhook gives it, with its results', async () => {
    await publish('1', 'main');
    await publish('2', 'main', wrong);
    const url = bench.broker.pactUrl(shop, '1', provider);
    const words = ['--pact-url', url, '--publish', '--provider-version', 'w1', '--provider-branch', 'main'];
    expect(await bench.verify(words, { PACT_BROKER_BASE_URL: '' })).toMatchObject({ exitCode: 0, failure: undefined });
    expect(await bench.broker.resultOf(shop, '1', provider)).toMatchObject({ success: true });
    expect(await bench.broker.resultOf(shop, '2', provider)).toBeUndefined();
  });

  it.each([
    [['--broker-url', 'http://one.example', '--pact-url', 'http://two.example/pacts/provider/a/consumer/b/version/1']],
    [['--pact-url', 'http://one.example/pacts/1', '--pact-url', 'http://two.example/pacts/2']],
  ])('are not taken from several hosts, whose credentials are their own: %j', async (words) => {
    const outcome = await bench.verify(words);
    expect(outcome).toMatchObject({
      exitCode: 2,
      failure: { message: expect.stringContaining('several hosts: one.example, two.example') },
    });
  });

  it('is no pact at an address where there is none', async () => {
    const url = bench.broker.pactUrl('nobody', '1', provider);
    expect(await bench.verify(['--pact-url', url])).toMatchObject({
      exitCode: 2,
      failure: { message: expect.stringContaining('not found') },
    });
  });
});

describe('a folder of pacts', () => {
  beforeEach(() => {
    mkdirSync(join(bench.folder, 'pacts'), { recursive: true });
    const pact = { consumer: { name: 'local' }, provider: { name: provider }, interactions: [right] };
    bench.write('pacts/local.json', { ...pact, metadata: { pactSpecification: { version: '3.0.0' } } });
  });

  it('wins over a broker that is only in the environment', async () => {
    const outcome = await verify('--pacts', 'pacts');
    expect(outcome).toMatchObject({ exitCode: 0, failure: undefined, run: { results: [{ id: 'right' }] } });
  });

  it.each([
    [['--broker-url', 'http://localhost:1'], /--pacts and --broker-url exclude each other/],
    [['--publish'], /--pacts and --publish exclude each other/],
  ])('is refused together with %j', async (words, message) => {
    expect(await verify('--pacts', 'pacts', ...words)).toMatchObject({
      exitCode: 2,
      failure: { message: expect.stringMatching(message) },
    });
  });
});

describe('a broker', () => {
  it.each([
    ['has no scheme', 'localhost:9292', /localhost:9292 is no URL of a broker: it does not begin with http/],
    ['is empty text, which is none', '', /need its URL/],
  ])('is told apart where its URL %s', async (_title, url, message) => {
    const words = ['--provider', provider, '--publish', '--broker-url', url];
    const outcome = await bench.verify(words, { PACT_BROKER_BASE_URL: '' });
    expect(outcome).toMatchObject({ exitCode: 2, failure: { message: expect.stringMatching(message) } });
  });

  it('that does not answer is the environment', async () => {
    const outcome = await verify('--broker-url', 'http://127.0.0.1:1');
    expect(outcome).toMatchObject({
      exitCode: 3,
      failure: { message: expect.stringContaining('does not answer at http://127.0.0.1:1') },
    });
  });

  onDouble('that answers with 500 is the environment, with what it says', async () => {
    bench.broker.double?.intercept(() => ({ status: 500, body: { error: { message: 'out of memory' } } }));
    const outcome = await verify();
    bench.broker.double?.intercept(() => undefined);
    expect(outcome).toMatchObject({ exitCode: 3, failure: { message: expect.stringContaining('500: out of memory') } });
  });

  onDouble('may stand behind a prefix', async () => {
    const prefixed = await brokerBench({ prefix: '/pact/broker' });
    await prefixed.broker.publish({
      consumer: 'shop',
      version: '1',
      provider: 'things',
      content: { interactions: [right] },
    });
    const words = ['--provider', 'things', '--publish', '--provider-version', '1', '--provider-branch', 'main'];
    const outcome = await prefixed.verify(words);
    const result = await prefixed.broker.resultOf('shop', '1', 'things');
    await prefixed.close();
    expect(outcome).toMatchObject({ exitCode: 0, failure: undefined });
    expect(result).toMatchObject({ success: true });
  });
});

describe('who asks', () => {
  const basic = `Basic ${Buffer.from('user:pass/word').toString('base64')}`;

  const asking = async (authorization: string, env: Record<string, string>, words: readonly string[] = []) => {
    const guarded = await brokerBench({ authorization });
    await guarded.broker.publish({
      consumer: 'shop',
      version: '1',
      provider: 'things',
      content: { interactions: [wrong] },
    });
    const url = guarded.broker.url.replace('http://', 'http://user:pass%2Fword@');
    const named = words.map((word) => word.replace('URL', url));
    const outcome = await guarded.verify(['--provider', 'things', '--provider-branch', 'main', ...named], env);
    const doctor = await guarded.run(['doctor'], env);
    await guarded.close();
    return { outcome, doctor };
  };

  onDouble('is a token', async () => {
    const { outcome, doctor } = await asking('Bearer secret-token', { PACT_BROKER_TOKEN: 'secret-token' });
    expect(outcome).toMatchObject({ exitCode: 1, failure: undefined });
    expect(doctor.output).toMatch(/✓ broker: .* answers a token/);
  });

  onDouble('is a user, where the token is set to nothing', async () => {
    const env = { PACT_BROKER_TOKEN: '', PACT_BROKER_USERNAME: 'user', PACT_BROKER_PASSWORD: 'pass/word' };
    const { outcome, doctor } = await asking(basic, env);
    expect(outcome).toMatchObject({ exitCode: 1, failure: undefined });
    expect(doctor.output).toMatch(/✓ broker: .* answers the user user/);
  });

  onDouble('is a user in the URL, whose password is printed nowhere', async () => {
    const { outcome } = await asking(basic, {}, ['--broker-url', 'URL']);
    expect(outcome).toMatchObject({ exitCode: 1, failure: undefined });
    expect(JSON.stringify(outcome)).not.toMatch(/pass(?:%2F|\/)word/);
    expect(outcome.run?.results[0]?.details?.['replay']).toContain('--broker-url http://127.0.0.1');
  });

  onDouble('is told who may ask where it is nobody that the broker knows', async () => {
    const { outcome, doctor } = await asking(basic, { PACT_BROKER_TOKEN: 'wrong-token' });
    expect(outcome).toMatchObject({
      exitCode: 3,
      failure: { message: expect.stringContaining('401'), next: expect.stringContaining('PACT_BROKER_TOKEN') },
    });
    expect(JSON.stringify(outcome)).not.toContain('wrong-token');
    expect(doctor.output).toMatch(/✗ broker: .*401/);
  });

  onDouble('is nobody to another host, whose pact is asked for without credentials', async () => {
    const elsewhere = await brokerBench();
    await elsewhere.broker.publish({
      consumer: 'shop',
      version: '1',
      provider: 'things',
      content: { interactions: [right] },
    });
    const url = elsewhere.broker.pactUrl('shop', '1', 'things');
    await bench.verify(['--pact-url', url], { PACT_BROKER_TOKEN: 'secret-token' });
    const authorizations = elsewhere.broker.double?.asked.map(({ authorization }) => authorization);
    await elsewhere.close();
    expect(authorizations).toEqual([undefined, undefined]);
  });
});
