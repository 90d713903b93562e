import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, runCli } from '../support/run-cli';
import { json, type Script, type ScriptedService, scripted } from '../support/scripted-service';

/** What makes a verification by Pact alone pass where it must not, crash or hang. Each is closed here. */
let folder = '';
let service: ScriptedService | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pactcheck-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await service?.close();
  service = undefined;
});

const interaction = (description: string, over: object = {}): object => ({
  description,
  request: { method: 'GET', path: '/things/1' },
  response: { status: 200, headers: { 'Content-Type': 'application/json' }, body: { id: 1 } },
  ...over,
});

const inState = (name: string, params: object = {}): object => ({ providerStates: [{ name, params }] });

function writePact(interactions: readonly object[], version = '3.0.0', name = 'a-b.json'): void {
  const pact = { consumer: { name: 'a' }, provider: { name: 'b' }, interactions };
  writeFileSync(join(folder, name), JSON.stringify({ ...pact, metadata: { pactSpecification: { version } } }));
}

const answering = (script: Script): Promise<void> =>
  scripted(script).then((started) => {
    service = started;
  });

const verify = (...words: readonly string[]): Promise<Outcome> =>
  runCli(['verify', '--pacts', folder, '--provider-base-url', service?.url ?? '', ...words], { cwd: folder });

const withStates = (...words: readonly string[]): Promise<Outcome> =>
  verify('--provider-states-setup-url', `${service?.url}/states`, ...words);

const thing: Script = (_request, _body, response) => json(response, { id: 1 });

const findingOf = (outcome: Outcome, id: string) =>
  outcome.run?.results.find((result) => result.id === id)?.findings[0];

describe('a verification', () => {
  it('of an empty folder is none', async () => {
    await answering(thing);
    const outcome = await verify();
    expect(outcome).toMatchObject({ exitCode: 4, failure: { message: expect.stringContaining('no interaction in') } });
    writePact([]);
    expect((await verify()).exitCode).toBe(4);
  });

  it('of a file that is no pact is refused, by its name', async () => {
    await answering(thing);
    writeFileSync(join(folder, 'broken.json'), '{"interactions": [');
    expect(await verify()).toMatchObject({ exitCode: 2, failure: { message: expect.stringContaining('broken.json') } });
    writeFileSync(join(folder, 'broken.json'), '{}');
    expect(await verify()).toMatchObject({ exitCode: 2, failure: { message: expect.stringContaining('is no pact') } });
  });

  it('of a service that is down ends at once, with what to do', async () => {
    await answering(thing);
    const url = service?.url as string;
    await service?.close();
    writePact([interaction('one')]);
    const outcome = await runCli(['verify', '--pacts', folder, '--provider-base-url', url], { cwd: folder });
    expect(outcome).toMatchObject({ exitCode: 3, failure: { message: `nothing answers at ${url}` } });
    expect(outcome.failure?.next).toContain('--wait');
  });

  it('asks who sets states up, where the pacts need any', async () => {
    await answering(thing);
    writePact([interaction('one', inState('a thing exists'))]);
    expect(await verify()).toMatchObject({
      exitCode: 2,
      failure: { message: "the pacts need provider states: 'a thing exists'" },
    });
  });

  it.each([
    ['is missing', 'export default { other: () => {} };', "there is no handler of the state 'a thing exists'"],
    ['throws', "export default { 'a thing exists': () => { throw new Error('no database'); } };", 'no database'],
    ['rejects', "export default { 'a thing exists': async () => { throw new Error('no database'); } };", 'no database'],
    [
      'throws when it takes down',
      "export default { 'a thing exists': { setup: () => {}, teardown: () => { throw new Error('still there'); } } };",
      'still there',
    ],
  ])('fails where a state handler %s', async (_how, code, message) => {
    await answering(thing);
    writePact([interaction('one', inState('a thing exists')), interaction('two')]);
    writeFileSync(join(folder, 'states.ts'), code);
    const outcome = await verify('--states', join(folder, 'states.ts'));
    expect(outcome.exitCode).toBe(1);
    expect(findingOf(outcome, 'one')).toMatchObject({
      rule: 'provider-state',
      message: expect.stringContaining(message),
    });
    expect(outcome.run?.summary).toMatchObject({ passed: 1, failed: 1 });
  });

  it.each([404, 500])('fails where the states URL answers with %s, without waiting', async (status) => {
    await answering((request, body, response) =>
      request.url === '/states' ? json(response, { why: 'no database' }, status) : thing(request, body, response),
    );
    writePact([interaction('one', inState('a thing exists'))]);
    const outcome = await withStates();
    expect(findingOf(outcome, 'one')?.message).toContain(`was answered with ${status}: {"why":"no database"}`);
  });

  it('counts an interaction whose state the service declines as not covered', async () => {
    await answering((request, body, response) => {
      if (request.url !== '/states') return thing(request, body, response);
      const { state } = JSON.parse(body) as { state: string };
      return state === 'hard' ? json(response, { unsupported: 'no clock to turn' }, 409) : json(response, {});
    });
    writePact([interaction('one', inState('hard'))]);
    expect((await withStates()).exitCode).toBe(4);
    writePact([interaction('one', inState('hard')), interaction('two', inState('easy'))]);
    const outcome = await withStates();
    expect(outcome.exitCode).toBe(0);
    expect(outcome.run?.results[0]).toMatchObject({ status: 'skipped', reason: expect.stringContaining('no clock') });
  });

  it('keeps states away from the service, and puts their values where the pact takes them', async () => {
    const seen: string[] = [];
    await answering((request, body, response) => {
      if (request.url === '/states') return json(response, { token: 'T-123', id: 7 });
      seen.push(`${request.url} ${request.headers.authorization}`);
      return thing(request, body, response);
    });
    const generators = {
      path: { type: 'ProviderState', expression: '/things/${id}' },
      header: { Authorization: { type: 'ProviderState', expression: 'Bearer ${token}' } },
    };
    const request = { method: 'GET', path: '/things/1', headers: { Authorization: 'Bearer x' }, generators };
    writePact([interaction('one', { ...inState('a thing exists'), request })]);
    const outcome = await withStates();
    expect(seen).toEqual(['/things/7 Bearer T-123']);
    expect(JSON.stringify(outcome.run)).not.toContain('T-123');
  });

  it('sends the header asked for, but not where credentials are to be refused', async () => {
    const seen = new Map<string, string | undefined>();
    await answering((request, _body, response) => {
      if (request.url === '/states') return json(response, { token: 'from-state' });
      seen.set(request.url as string, request.headers.authorization);
      return json(response, { id: 1 }, request.url === '/refused' ? 401 : 200);
    });
    const refused = { method: 'GET', path: '/refused', headers: { Authorization: 'Bearer wrong' } };
    const taken = { method: 'GET', path: '/taken', headers: { Authorization: 'Bearer x' } };
    writePact([
      interaction('refused', {
        ...inState('the caller has no valid token'),
        request: refused,
        response: { status: 401 },
      }),
      interaction('taken', { request: taken }),
    ]);
    const outcome = await withStates('--header', 'Authorization: Bearer s3cret-value');
    expect(outcome.exitCode).toBe(0);
    expect([...seen]).toEqual([
      ['/refused', 'Bearer wrong'],
      ['/taken', 'Bearer s3cret-value'],
    ]);
    expect(JSON.stringify(outcome.run)).not.toContain('s3cret-value');
  });

  it('tells interactions apart that share a description', async () => {
    await answering((request, _body, response) => json(response, { id: request.url === '/things/2' ? 'two' : 1 }));
    const second = { method: 'GET', path: '/things/2' };
    writePact([interaction('a thing', inState('one')), interaction('a thing', { ...inState('two'), request: second })]);
    writeFileSync(join(folder, 'states.ts'), 'export default { one: () => {}, two: () => {} };');
    const { run } = await verify('--states', join(folder, 'states.ts'));
    expect(run?.results.map(({ id, status }) => [id, status])).toEqual([
      ['a: a thing (one)', 'passed'],
      ['a: a thing (two)', 'failed'],
    ]);
  });

  it.each(['1.0.0', '2.0.0', '3.0.0', '4.0'])('reads pacts of version %s', async (version) => {
    await answering((request, _body, response) => json(response, { id: request.url === '/things/2' ? 'two' : 1 }));
    const second = { method: 'GET', path: '/things/2' };
    const state = version < '3' ? { providerState: 'given' } : inState('given');
    const type = version === '4.0' ? { type: 'Synchronous/HTTP' } : {};
    const body = version === '4.0' ? { response: { status: 200, body: { content: { id: 1 }, encoded: false } } } : {};
    writePact(
      [interaction('one', { ...state, ...type, ...body }), interaction('two', { request: second, ...type, ...body })],
      version,
    );
    writeFileSync(join(folder, 'states.ts'), 'export default { given: () => {} };');
    const { run } = await verify('--states', join(folder, 'states.ts'));
    expect(run?.results.map(({ id, status }) => [id, status])).toEqual([
      ['one', 'passed'],
      ['two', 'failed'],
    ]);
  });

  it('warns of a pending interaction, and fails nothing', async () => {
    await answering((_request, _body, response) => json(response, { id: 'wrong' }));
    const pending = interaction('one', { type: 'Synchronous/HTTP', pending: true });
    writePact([{ ...pending, response: { status: 200, body: { content: { id: 1 }, encoded: false } } }], '4.0');
    const outcome = await verify();
    expect(outcome.exitCode).toBe(0);
    expect(findingOf(outcome, 'one')).toMatchObject({ level: 'warning', rule: 'pact-body', pointer: '/id' });
  });

  it('goes on where the service breaks a connection', async () => {
    await answering((request, body, response) =>
      request.url === '/things/2' ? request.socket.destroy() : thing(request, body, response),
    );
    const second = { method: 'GET', path: '/things/2' };
    writePact([interaction('one', { request: second }), interaction('two')]);
    const outcome = await verify();
    expect(findingOf(outcome, 'one')).toMatchObject({ rule: 'no-answer' });
    expect(outcome.run?.summary).toMatchObject({ passed: 1, failed: 1 });
  });

  it('says which key is missing, which header, which status', async () => {
    await answering((_request, _body, response) => {
      response.writeHead(404, { 'content-type': 'text/html' });
      response.end('{"other":1}');
    });
    writePact([interaction('one')]);
    const { run } = await verify();
    const rules = run?.results[0]?.findings.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['pact-status', 'pact-header']));
  });

  it('runs the failed ones again, and only those', async () => {
    await answering((request, _body, response) => json(response, { id: request.url === '/things/2' ? 'two' : 1 }));
    writePact([interaction('one'), interaction('two', { request: { method: 'GET', path: '/things/2' } })]);
    expect(await verify('--last-failed')).toMatchObject({ exitCode: 2 });
    expect((await verify()).run?.summary).toMatchObject({ passed: 1, failed: 1 });
    expect((await verify('--last-failed')).run?.results.map(({ id }) => id)).toEqual(['two']);
  });
});
