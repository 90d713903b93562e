import type { Outcome } from '../../../src/app/gate/part';
import { type BrokerDouble, brokerDouble } from '../../support/broker-double';
import { runCli } from '../../support/run-cli';
import { type ScriptedService, scripted } from '../../support/scripted-service';

let broker: BrokerDouble;
beforeAll(async () => {
  broker = await brokerDouble([], 'broker-token');
});
afterAll(() => broker.close());

const ask = (pacticipant: string, env: Record<string, string> = {}, ...words: readonly string[]): Promise<Outcome> =>
  runCli(['can-i-deploy', '--pacticipant', pacticipant, '--pacticipant-version', '1', '--to', 'production', ...words], {
    env: { PATH: process.env['PATH'], PACT_BROKER_BASE_URL: broker.url, PACT_BROKER_TOKEN: 'broker-token', ...env },
  });

describe('pactcheck can-i-deploy', () => {
  it('passes where the broker knows of a success', async () => {
    broker.verify('shop', '1', true);
    const outcome = await ask('shop');
    expect(outcome.failure).toBeUndefined();
    expect(outcome).toMatchObject({
      exitCode: 0,
      run: { results: [{ id: 'shop 1 to production', status: 'passed' }] },
    });
    expect(broker.asked.at(-1)?.path).toContain('environment=production');
  });

  it.each([
    ['has failed', false, 'The verification failed'],
    ['is not known', undefined, 'There is no verified pact between this version and what is deployed'],
  ])('fails where the verification %s, although the client ends with 0', async (_what, success, reason) => {
    if (success !== undefined) broker.verify('console', '1', success);
    const outcome = await ask(success === undefined ? 'other' : 'console');
    expect(outcome.exitCode).toBe(1);
    expect(outcome.run?.results[0]?.findings[0]).toMatchObject({ rule: 'not-deployable', message: reason });
  });

  it.each([
    ['a token that is refused', 'shop', { PACT_BROKER_TOKEN: 'wrong' }, /401/, /PACT_BROKER_TOKEN/],
    ['a pacticipant that is not known', 'nobody', {}, /Pacticipant nobody not found/, /knows this version/],
    ['a broker that is down', 'shop', { PACT_BROKER_BASE_URL: 'http://127.0.0.1:9' }, /Failed to access/, /is up/],
  ])('says that it cannot tell, of %s', async (_what, pacticipant, env, message, next) => {
    const outcome = await ask(pacticipant, env);
    expect(outcome.exitCode).toBe(3);
    expect(outcome.failure?.message).toMatch(message);
    expect(outcome.failure?.next).toMatch(next);
    expect(outcome.failure?.message).not.toContain('broker-token');
  });

  it('does not wait for a broker that never answers', async () => {
    const silent: ScriptedService = await scripted(() => undefined);
    const outcome = await ask('shop', { PACT_BROKER_BASE_URL: silent.url }, '--timeout', '1');
    await silent.close();
    expect(outcome).toMatchObject({ exitCode: 3, failure: { message: expect.stringContaining('no answer in 1 s') } });
  });

  it('needs a broker', async () => {
    const outcome = await ask('shop', { PACT_BROKER_BASE_URL: '' });
    expect(outcome).toMatchObject({ exitCode: 2, failure: { message: 'no broker is named' } });
  });
});
