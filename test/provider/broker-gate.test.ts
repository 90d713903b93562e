import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrokerBench, brokerBench } from '../support/broker-bench';
import { unique } from '../support/broker-home';

let bench: BrokerBench;
let provider = '';
beforeEach(async () => {
  bench = await brokerBench();
  provider = unique('things');
  mkdirSync(join(bench.folder, 'pacts'), { recursive: true });
});
afterEach(() => bench.close());

const schema = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } };
const operation = (operationId: string) => ({
  get: { operationId, responses: { 200: { description: 'it', content: { 'application/json': { schema } } } } },
});

/** Two contracts of one document, whose interactions stand in one pact. */
const CONTRACTS = ['api.json#getOne', 'api.json#getTwo'];

async function project(more: object = {}, broker: object = {}): Promise<void> {
  const paths = { '/things/1': operation('getOne'), '/things/3': operation('getTwo') };
  bench.write('api.json', { openapi: '3.0.3', info: { title: provider, version: '1' }, paths });
  const states = `${bench.service.url}/states`;
  const service = {
    baseUrl: bench.service.url,
    statesUrl: states,
    broker: { provider, allowNoPacts: true, ...broker },
  };
  const contracts = CONTRACTS.map((contract) => ({ contract, baseline: false, provider: service }));
  bench.write('pactcheck.config.json', { contracts, ...more });
  expect((await bench.run(['pacts', ...CONTRACTS])).failure).toBeUndefined();
}

/** What CI says of a first version. */
const CI = { CI: 'true', GITHUB_SHA: 'abc123', GITHUB_REF_NAME: 'main' };

const PUBLISH = { broker: { publish: ['results', 'pacts'] } };

describe('a gate with a broker', () => {
  it('takes the pacts to it where everything passed, and verifies those that it has', async () => {
    await project(PUBLISH);
    const first = await bench.run(['gate'], CI);
    expect(first).toMatchObject({ exitCode: 0, failure: undefined });
    const [, consumer = '', named = ''] = /published (\S+) abc123 with (.*): http/.exec(first.output) ?? [];
    expect(first.output).toContain('✓ publish pacts');
    await project(PUBLISH, { provider: named });
    const second = await bench.run(['gate'], { ...CI, GITHUB_SHA: unique('def') });
    expect(second).toMatchObject({ exitCode: 0, failure: undefined });
    expect(second.output).toMatch(/✓ publish results\n\s+published .* abc123 with .*: success, http/);
    const result = await bench.broker.resultOf(consumer, 'abc123', named);
    const { interactions } = (await bench.broker.get(bench.broker.pactUrl(consumer, 'abc123', named))) as {
      interactions: unknown[];
    };
    expect(result).toMatchObject({ success: true });
    expect(result?.testResults).toHaveLength(interactions.length);
  });

  it('publishes nothing outside of CI, and says so', async () => {
    await project(PUBLISH);
    const outcome = await bench.run(['gate'], { GITHUB_SHA: 'abc123', GITHUB_REF_NAME: 'main' });
    expect(outcome).toMatchObject({ exitCode: 0, failure: undefined });
    expect(outcome.output).toContain('- publish pacts: left out, only CI publishes, and CI is not set');
  });

  it('keeps the pacts to itself where a part failed', async () => {
    await project(PUBLISH);
    bench.write('pacts/other.json', { consumer: { name: 'a' }, provider: { name: 'b' }, interactions: [] });
    const outcome = await bench.run(['gate'], CI);
    expect(outcome.exitCode).toBe(1);
    expect(outcome.output).toContain('- publish pacts: left out, another part failed');
  });

  it('leaves the verification out where nobody names the broker', async () => {
    await project(PUBLISH);
    const outcome = await bench.run(['gate'], { ...CI, PACT_BROKER_BASE_URL: '' });
    expect(outcome.output).toContain('verify api.json#getOne: left out, PACT_BROKER_BASE_URL is not set');
  });

  it('takes its URL from the configuration, and shows no password of it', async () => {
    const url = bench.broker.url.replace('http://', 'http://user:$BROKER_PASSWORD@');
    await project({
      broker: { url, publish: ['pacts'] },
      canIDeploy: { pacticipant: 'nobody', environment: 'production' },
    });
    const outcome = await bench.run(['gate'], { ...CI, PACT_BROKER_BASE_URL: '', BROKER_PASSWORD: 'very-secret' });
    expect(outcome.output).toContain('Pacticipant nobody not found');
    expect(JSON.stringify(outcome)).not.toContain('very-secret');
  });
});
