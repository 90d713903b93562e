import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyProvider } from 'pactcheck/provider';
import { loadContract } from '../../src/app/contract-reference';
import { startLiveService } from '../../src/app/live-service';
import type { JsonObject, JsonValue, WireNames } from '../../src/contract';
import { isJsonObject, snakeCase } from '../../src/contract';
import { ROOT, runCli } from '../support/run-cli';

const inSnakeCase = (value: JsonValue): JsonValue => {
  if (Array.isArray(value)) return value.map(inSnakeCase);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [snakeCase(name), inSnakeCase(inner)]));
};

const serving = async (wireNames: WireNames) =>
  startLiveService(await loadContract('user-update-resp', { cwd: ROOT, wireNames }));

describe('a verification says why it cannot pass', () => {
  it('where the service names its members in the other naming', async () => {
    const service = await serving('snake_case');
    // The service's own states take its own names.
    const setUp = (state: string) => async (params: JsonObject) => {
      const body = JSON.stringify({ state, params: inSnakeCase(params), action: 'setup' });
      const response = await fetch(service.statesUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return response.json();
    };
    const names = ['a user exists', 'no such user', 'the caller has no valid token', 'the caller may not update users'];
    try {
      const run = await verifyProvider({
        cwd: ROOT,
        providerBaseUrl: service.url,
        states: Object.fromEntries(names.map((name) => [name, setUp(name)])),
        select: { description: '^updateMyUser (?:200|401)' },
      });
      expect(run.summary.passed).toBe(0);
      expect(run.warnings?.[0]).toMatch(/answers have names as in snake_case.*set wireNames/);
      expect(new Set(run.results.flatMap(({ findings }) => findings.map(({ rule }) => rule)))).toEqual(
        new Set(['wire-names']),
      );
    } finally {
      await service.close();
    }
  });

  it('where the service never gets ready, after the time given', async () => {
    const started = Date.now();
    const words = ['verify', '--provider-base-url', 'http://127.0.0.1:1', '--wait', '1'];
    const outcome = await runCli([...words, '--provider-states-setup-url', 'http://127.0.0.1:1/states']);
    expect(outcome).toMatchObject({
      exitCode: 3,
      failure: { message: 'nothing answers at http://127.0.0.1:1 within 1 s' },
    });
    expect(Date.now() - started).toBeGreaterThanOrEqual(1000);
  });

  it('but waits for one that gets ready in time', async () => {
    const reserved = createServer();
    await new Promise<void>((settle) => reserved.listen(0, '127.0.0.1', settle));
    const { port } = reserved.address() as AddressInfo;
    await new Promise((settle) => reserved.close(settle));
    const contract = await loadContract('user-update-resp', { cwd: ROOT });
    const run = verifyProvider({
      cwd: ROOT,
      providerBaseUrl: `http://127.0.0.1:${port}`,
      providerStatesSetupUrl: `http://127.0.0.1:${port}/_pactcheck/states`,
      select: { description: '^updateMyUser 401' },
      wait: 20,
    });
    const service = await startLiveService(contract, { port });
    try {
      expect((await run).summary).toMatchObject({ passed: 1, failed: 0 });
    } finally {
      await service.close();
    }
  });

  it.each([
    [['verify', '--provider-base-url', 'localhost'], 'localhost is no URL of a service'],
    [
      ['verify', '--provider-base-url', 'http://127.0.0.1:1', '--header', 'Authorization'],
      "a --header is not of the form 'K: V'",
    ],
    [
      ['verify', '--provider-base-url', 'http://127.0.0.1:1', '--without', 'same-twice'],
      '--without same-twice gives no reason',
    ],
    [
      ['verify', '--provider-base-url', 'http://127.0.0.1:1', '--pacts', 'nowhere'],
      'there are no pacts in nowhere: it is not there',
    ],
    [['verify', '--provider-base-url', 'http://127.0.0.1:1', '--interaction', 'x'], 'there is no interaction x'],
  ])('where the words are wrong: %s', async (words, message) => {
    const outcome = await runCli([...words, '--provider-states-setup-url', 'http://127.0.0.1:1/states']);
    expect(outcome).toMatchObject({ exitCode: 2, failure: { message } });
    expect(outcome.failure?.next).toBeDefined();
  });
});
