import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '../../src/app/gate/part';
import { type BrokerDouble, brokerDouble, type PublishedPact } from '../support/broker-double';
import { runCli } from '../support/run-cli';
import { json, type ScriptedService, scripted } from '../support/scripted-service';

let folder = '';
let service: ScriptedService;
let broker: BrokerDouble;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pactcheck-'));
  service = await scripted((request, _body, response) =>
    json(response, { id: request.url === '/things/2' ? 'two' : 1 }),
  );
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await service.close();
  await broker.close();
});

const interaction = (description: string, path: string): object => ({
  _id: `id-of-${description}`,
  description,
  request: { method: 'GET', path },
  response: { status: 200, body: { id: 1 } },
});

const pactOf = (consumer: string, ...interactions: readonly object[]): object => ({
  consumer: { name: consumer },
  provider: { name: 'things' },
  interactions,
  metadata: { pactSpecification: { version: '3.0.0' } },
});

const right = interaction('right', '/things/1');
const wrong = interaction('wrong', '/things/2');

async function verify(
  pacts: readonly PublishedPact[],
  env: Record<string, string>,
  ...words: readonly string[]
): Promise<Outcome> {
  broker = await brokerDouble(pacts, 'broker-token');
  return runCli(['verify', '--provider-base-url', service.url, '--provider', 'things', ...words], {
    cwd: folder,
    env: { PACT_BROKER_BASE_URL: broker.url, PACT_BROKER_TOKEN: 'broker-token', ...env },
  });
}

const askedAt = (pattern: RegExp) => broker.asked.filter(({ path }) => pattern.test(path));

describe('pacts from a broker', () => {
  it('are those that the selectors name, with the usual ones where none is given', async () => {
    const outcome = await verify([{ content: pactOf('a', right) }], {});
    expect(outcome.run?.summary).toMatchObject({ passed: 1, failed: 0 });
    expect(askedAt(/for-verification$/)[0]).toMatchObject({
      path: '/pacts/provider/things/for-verification',
      body: {
        consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }, { matchingBranch: true }],
        includePendingStatus: false,
      },
    });
    expect(askedAt(/verification-results/)).toEqual([]);
    await broker.close();
    const words = [
      '--consumer-version-selector',
      '{"branch":"x"}',
      '--enable-pending',
      '--include-wip-pacts-since',
      '2026-01-01',
    ];
    await verify([{ content: pactOf('a', right) }], {}, ...words, '--provider-branch', 'feat');
    expect(askedAt(/for-verification$/)[0]?.body).toEqual({
      consumerVersionSelectors: [{ branch: 'x' }],
      includePendingStatus: true,
      includeWipPactsSince: '2026-01-01',
      providerVersionBranch: 'feat',
    });
  });

  it('that are pending are reported, and fail nothing', async () => {
    const pending = { content: pactOf('a', wrong), pending: true, notice: 'This pact is pending.' };
    const outcome = await verify([pending, { content: pactOf('b', right) }], {}, '--enable-pending');
    expect(outcome.exitCode).toBe(0);
    expect(outcome.run?.warnings).toContain('This pact is pending.');
    expect(outcome.run?.results[0]?.findings[0]).toMatchObject({ level: 'warning', rule: 'pact-body' });
  });

  it('have their results published, with the version and branch that CI says', async () => {
    const env = { GITHUB_SHA: 'abc123', GITHUB_REF_NAME: 'main', PACT_BROKER_PUBLISH_VERIFICATION_RESULTS: 'true' };
    const outcome = await verify([{ content: pactOf('a', right) }, { content: pactOf('b', right, wrong) }], env);
    expect(outcome.exitCode).toBe(1);
    expect(askedAt(/branches/).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /pacticipants/things/branches/main/versions/abc123',
    ]);
    const [first, second] = askedAt(/verification-results/).map(({ body }) => body);
    expect(first).toMatchObject({ success: true, providerApplicationVersion: 'abc123' });
    expect(second).toMatchObject({
      success: false,
      testResults: [
        { interactionId: 'id-of-right', success: true },
        { interactionId: 'id-of-wrong', success: false, mismatches: [{ attribute: 'pact-body', identifier: '/id' }] },
      ],
    });
  });

  it('need a broker that can be asked', async () => {
    const refused = await verify([], { PACT_BROKER_TOKEN: 'secret-but-wrong' });
    expect(refused).toMatchObject({ exitCode: 3, failure: { message: expect.stringContaining('401') } });
    expect(JSON.stringify(refused)).not.toContain('secret-but-wrong');
    await broker.close();
    expect(await verify([], {})).toMatchObject({ exitCode: 4 });
    await broker.close();
    const gone = await verify([], { PACT_BROKER_BASE_URL: 'http://127.0.0.1:1' });
    expect(gone).toMatchObject({ exitCode: 3, failure: { message: expect.stringContaining('does not answer') } });
    await broker.close();
    expect(await verify([], { GITHUB_SHA: '' }, '--publish')).toMatchObject({ exitCode: 2 });
    await broker.close();
    expect(await verify([], {}, '--consumer-version-selector', 'main')).toMatchObject({ exitCode: 2 });
  });
});
