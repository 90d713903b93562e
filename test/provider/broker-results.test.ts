import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version as ownVersion } from '../../package.json';
import { verifyProvider } from '../../src/app/verify/verify-provider';
import {
  type BrokerBench,
  brokerBench,
  inState,
  interaction,
  message,
  right,
  unanswered,
  unsent,
  wrong,
} from '../support/broker-bench';
import { onDouble, unique } from '../support/broker-home';

let bench: BrokerBench;
let provider = '';
let shop = '';
beforeAll(async () => {
  bench = await brokerBench();
});
afterAll(() => bench.close());
beforeEach(() => {
  [provider, shop] = [unique('the things'), unique('shop')];
});

const VERSION = ['--publish', '--provider-version', 'abc123', '--provider-branch', 'main'];

const publish = (content: Record<string, unknown>, version = '1', branch = 'main') =>
  bench.broker.publish({ consumer: shop, version, branch, provider, content });

const verify = (...words: readonly string[]) => bench.verify(['--provider', provider, ...VERSION, ...words]);

const resultOf = (version = '1') => bench.broker.resultOf(shop, version, provider);

describe('the result of a pact that is published', () => {
  it('is a success where all of it is kept, and names the version, the run and who verified', async () => {
    await publish({ interactions: [right] });
    const outcome = await verify('--build-url', 'http://ci.example/1');
    expect(outcome).toMatchObject({ exitCode: 0, failure: undefined });
    expect(await resultOf()).toMatchObject({
      success: true,
      providerApplicationVersion: 'abc123',
      buildUrl: 'http://ci.example/1',
      verifiedBy: { implementation: 'pactcheck', version: ownVersion },
      testResults: [{ success: true }],
    });
  });

  it('is a failure of a pending pact that is broken, which fails nothing here', async () => {
    await publish({ interactions: [wrong] });
    const outcome = await verify('--enable-pending');
    expect(outcome).toMatchObject({ exitCode: 0, failure: undefined });
    expect(outcome.run?.results[0]?.findings[0]).toMatchObject({ level: 'warning', rule: 'pact-body' });
    expect(await resultOf()).toMatchObject({
      success: false,
      testResults: [{ success: false, mismatches: [{ attribute: 'pact-body' }] }],
    });
  });

  it('is a failure of a broken interaction that is itself pending', async () => {
    const version4 = (path: string) => ({
      type: 'Synchronous/HTTP',
      response: { status: 200, body: { content: { id: 1 }, contentType: 'application/json', encoded: false } },
      pending: path === '/things/2',
    });
    const interactions = ['/things/1', '/things/2'].map((path) => interaction(path, path, version4(path)));
    await publish({ interactions, metadata: { pactSpecification: { version: '4.0' } } });
    const outcome = await verify();
    expect(outcome).toMatchObject({ exitCode: 0, failure: undefined });
    expect(await resultOf()).toMatchObject({ success: false });
  });

  it('is one for each of two pacts of one consumer', async () => {
    await publish({ interactions: [right] });
    await publish({ interactions: [right, wrong] }, '2', 'feature');
    const selectors = ['{"mainBranch":true}', '{"branch":"feature"}'];
    const outcome = await verify(...selectors.flatMap((selector) => ['--consumer-version-selector', selector]));
    expect(outcome.exitCode).toBe(1);
    expect([await resultOf('1'), await resultOf('2')]).toMatchObject([{ success: true }, { success: false }]);
    const ids = outcome.run?.results.map(({ id }) => id) ?? [];
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(3);
    expect(ids).toContain(`${shop}: right [${shop} 1]`);
  });

  it('is no success where a message stands beside it, which the run and the line say', async () => {
    await publish({ interactions: [right], messages: [message] });
    const outcome = await verify();
    expect(outcome.exitCode).toBe(0);
    expect(await resultOf()).toMatchObject({ success: false });
    expect(outcome.run?.warnings?.join()).toContain('1 of 2 interactions of');
    expect(outcome.output).toMatch(
      /^published shop.* 1 with the things.* abc123: failed \(1 interaction was not verified: .*not an HTTP interaction\), http/m,
    );
  });

  it('is no success where a state is declined, which the run says', async () => {
    await publish({ interactions: [right, inState('declined')] });
    const outcome = await verify();
    expect(outcome.exitCode).toBe(0);
    expect(await resultOf()).toMatchObject({ success: false });
    expect(outcome.run?.warnings?.join()).toContain('declined its state: there is no such thing');
  });

  it('is a failure of a pending pact whose state cannot be set up, which is a warning here', async () => {
    await publish({ interactions: [inState('broken')] });
    const outcome = await verify('--enable-pending');
    expect(outcome).toMatchObject({ exitCode: 0, failure: undefined });
    expect(outcome.run?.results[0]?.findings[0]).toMatchObject({ level: 'warning', rule: 'provider-state' });
    expect(await resultOf()).toMatchObject({ success: false });
  });

  describe.each([
    ['gets no answer', unanswered, 'no-answer'],
    ['is not replayed', unsent, 'not-replayed'],
  ])('of an interaction that %s', (_what, one, rule) => {
    it.each([
      ['is a failure, and a warning here where the pact is pending', ['--enable-pending'], 0, 'warning'],
      ['is a failure, here too where the pact counts', [], 1, 'error'],
    ])('%s', async (_title, words, exitCode, level) => {
      await publish({ interactions: [one] });
      const outcome = await verify(...words);
      expect(outcome).toMatchObject({ exitCode, failure: undefined });
      expect(outcome.run?.results[0]?.findings).toMatchObject([{ level, rule }]);
      const mismatches = [{ attribute: rule }];
      expect(await resultOf()).toMatchObject({ success: false, testResults: [{ success: false, mismatches }] });
    });
  });

  it('is no success of a pending pact whose state is declined, which the run says', async () => {
    await publish({ interactions: [inState('declined')] });
    const outcome = await verify('--enable-pending');
    expect(outcome).toMatchObject({ exitCode: 0, failure: undefined });
    expect(outcome.run?.results[0]?.findings).toMatchObject([{ level: 'warning', rule: 'provider-state' }]);
    expect(outcome.run?.warnings?.join()).toContain('declined its state: there is no such thing');
    expect(await resultOf()).toMatchObject({ success: false, testResults: [{ success: false }] });
  });

  it('is a failure where a state of a pact that counts cannot be set up', async () => {
    await publish({ interactions: [inState('broken')] });
    const outcome = await verify();
    expect(outcome.exitCode).toBe(1);
    expect(await resultOf()).toMatchObject({ success: false });
  });

  it('is a warning where nobody sets up the state of a pending pact', async () => {
    await publish({ interactions: [inState('new')] });
    const words = ['--provider', provider, '--enable-pending', ...VERSION];
    const outcome = await bench.run(['verify', '--provider-base-url', bench.service.url, ...words]);
    expect(outcome).toMatchObject({ exitCode: 0, failure: undefined });
    expect(outcome.run?.results[0]?.findings[0]?.message).toContain('nobody sets up the state');
    expect(await resultOf()).toMatchObject({ success: false });
  });

  describe('held to a contract', () => {
    const answer = { type: 'object', properties: { id: { type: 'integer' } }, required: ['id', 'name'] };
    const document = {
      openapi: '3.0.3',
      info: { title: 'things', version: '1' },
      paths: {
        '/things/{thing}': {
          get: {
            operationId: 'getThing',
            parameters: [{ name: 'thing', in: 'path', required: true, schema: { type: 'string' } }],
            responses: { 200: { description: 'it', content: { 'application/json': { schema: answer } } } },
          },
        },
      },
    };
    beforeEach(() => bench.write('things.json', document));

    it.each([
      ['is a success where only the contract is broken', [], true],
      ['is a failure then where that was asked for', ['--results-of', 'contract'], false],
    ])('%s', async (_title, words, success) => {
      await publish({ interactions: [right] });
      const outcome = await verify('--contract', 'things.json#getThing', ...words);
      expect(outcome.exitCode).toBe(1);
      expect(await resultOf()).toMatchObject({ success });
    });
  });

  it('names the branch and the tags of the version', async () => {
    await publish({ interactions: [right] });
    await verify('--provider-tag', 'blue', '--provider-tag', 'green');
    const version = await bench.broker.get(`/pacticipants/${encodeURIComponent(provider)}/versions/abc123`);
    expect(version).toMatchObject({
      _embedded: {
        branchVersions: [{ name: 'main' }],
        tags: expect.arrayContaining([
          expect.objectContaining({ name: 'blue' }),
          expect.objectContaining({ name: 'green' }),
        ]),
      },
    });
  });

  it('is printed in a line, then what the broker says about it', async () => {
    await publish({ interactions: [right] });
    const { output } = await verify('--enable-pending');
    expect(output).toMatch(
      /^published shop\S* 1 with the things.* abc123: success, http\S+\/verification-results\/\d+$/m,
    );
    expect(output).toMatch(/^This pact is no longer in pending state/m);
    expect(output).not.toContain('\\n');
  });

  it('lets the broker say no to a broken consumer', async () => {
    await publish({ interactions: [wrong] });
    await verify('--enable-pending');
    const words = [
      '--pacticipant',
      shop,
      '--pacticipant-version',
      '1',
      '--pacticipant',
      provider,
      '--pacticipant-version',
      'abc123',
    ];
    const outcome = await bench.run(['can-i-deploy', ...words, '--to', 'test']);
    expect(outcome).toMatchObject({ exitCode: 1, failure: undefined });
  });
});

describe('a part of a pact', () => {
  it.each([
    ['a shard', ['--shard', '1/2']],
    ['one interaction', ['--interaction', 'right']],
  ])('of %s is not published', async (_title, words) => {
    await publish({ interactions: [right, interaction('other')] });
    const outcome = await verify(...words);
    expect(outcome).toMatchObject({ exitCode: 2, failure: { message: expect.stringContaining('whole pacts') } });
    expect(await resultOf()).toBeUndefined();
  });

  it('of what failed the last time is not published', async () => {
    await publish({ interactions: [right, wrong] });
    const words = ['--provider', provider, '--provider-version', 'abc123', '--provider-branch', 'main'];
    expect(await bench.verify(words)).toMatchObject({ exitCode: 1, failure: undefined });
    const outcome = await verify('--last-failed');
    expect(outcome).toMatchObject({ exitCode: 2, failure: { message: expect.stringContaining('whole pacts') } });
    expect(await resultOf()).toBeUndefined();
  });

  it('is verified and not published where the environment always asks for it', async () => {
    await publish({ interactions: [right, interaction('other')] });
    const outcome = await bench.verify(
      ['--provider', provider, '--provider-version', 'abc123', '--provider-branch', 'main'],
      { PACT_BROKER_PUBLISH_VERIFICATION_RESULTS: 'true', PACT_DESCRIPTION: 'other' },
    );
    expect(outcome).toMatchObject({ exitCode: 0, failure: undefined });
    expect(outcome.output).toContain('nothing will be published');
    expect(await resultOf()).toBeUndefined();
  });

  it('is not published later either', async () => {
    await publish({ interactions: [right, interaction('other')] });
    const words = ['--provider', provider, '--provider-version', 'abc123', '--provider-branch', 'main'];
    const { run } = await bench.verify([...words, '--interaction', 'right']);
    bench.write('part.json', run);
    const outcome = await bench.run(['report', 'part.json', '--publish']);
    expect(outcome).toMatchObject({
      exitCode: 2,
      failure: { message: expect.stringContaining('1 of 2 interactions of') },
    });
    expect(await resultOf()).toBeUndefined();
  });

  it('is published with the other parts, and not without one of them', async () => {
    await publish({ interactions: [right, interaction('other')] });
    const words = ['--provider', provider, '--provider-version', 'abc123', '--provider-branch', 'main'];
    for (const shard of ['1/2', '2/2']) {
      const { run } = await bench.verify([...words, '--shard', shard]);
      bench.write(`run-${shard[0]}.json`, run);
    }
    expect(await bench.run(['report', 'run-1.json', '--publish'])).toMatchObject({ exitCode: 2 });
    expect(await resultOf()).toBeUndefined();
    const outcome = await bench.run(['report', 'run-1.json', 'run-2.json', '--publish']);
    expect(outcome).toMatchObject({ exitCode: 0, failure: undefined });
    expect(await resultOf()).toMatchObject({ success: true, testResults: [{ success: true }, { success: true }] });
  });
});

describe('a broker that takes no results', () => {
  const refuse = () =>
    bench.broker.double?.intercept(({ method, path }) =>
      method === 'POST' && path.endsWith('/verification-results')
        ? { status: 403, body: { error: { message: 'Forbidden' } } }
        : undefined,
    );
  afterEach(() => bench.broker.double?.intercept(() => undefined));

  onDouble.each([
    ['leaves the report of a run that failed, which is exit code 1', wrong, 1],
    ['is an environment that failed, of a run that passed, after its report', right, 3],
  ])('%s', async (_title, one, exitCode) => {
    await publish({ interactions: [one] });
    refuse();
    const outcome = await verify();
    expect(outcome.exitCode).toBe(exitCode);
    expect(outcome.run?.results).toHaveLength(1);
    expect(`${outcome.output} ${outcome.failure?.message}`).toContain('403: Forbidden');
  });
});

describe('verifyProvider', () => {
  const verified = () =>
    verifyProvider({
      providerBaseUrl: bench.service.url,
      broker: { url: bench.broker.url, provider, publish: true, version: 'abc123', branch: 'main' },
      env: {},
      cwd: bench.folder,
    });

  it('publishes the results, and has a result that says what was published', async () => {
    await publish({ interactions: [right] });
    const { results, summary } = await verified();
    expect(summary).toMatchObject({ passed: 2, failed: 0 });
    expect(results.at(-1)?.details?.['published']).toMatch(/^published shop.* 1 with .* abc123: success, http/);
    expect(await resultOf()).toMatchObject({ success: true });
  });

  onDouble('has a failed result where the broker refuses them', async () => {
    await publish({ interactions: [right] });
    bench.broker.double?.intercept(({ method }) =>
      method === 'PUT' ? { status: 403, body: { error: { message: 'Forbidden' } } } : undefined,
    );
    const { results, summary } = await verified();
    bench.broker.double?.intercept(() => undefined);
    expect(summary).toMatchObject({ passed: 1, failed: 1 });
    expect(results.at(-1)).toMatchObject({
      status: 'failed',
      findings: [{ rule: 'not-published', level: 'error', message: expect.stringContaining('403: Forbidden') }],
    });
    expect(await resultOf()).toBeUndefined();
  });
});

it('replays just the interaction that failed, of the version that it was', async () => {
  await publish({ interactions: [wrong] });
  const outcome = await verify();
  await publish({ interactions: [right] }, '2');
  const replay = outcome.run?.results[0]?.details?.['replay'] ?? '';
  expect(replay).toContain('--pact-url http');
  const words = [...replay.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '').slice(1);
  const again = await bench.run(words);
  expect(again).toMatchObject({ exitCode: 1, failure: undefined });
  expect(again.run?.results.map(({ id }) => id)).toEqual(['wrong']);
  expect(existsSync(join(bench.folder, 'reports'))).toBe(true);
  expect(readFileSync(join(bench.folder, 'reports/.last-failed-verify.json'), 'utf8')).toContain('wrong');
});
