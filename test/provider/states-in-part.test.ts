import type { Result } from '../../src/result';
import { makeFolder } from '../support/folder';
import { oneAnswer } from '../support/one-answer';
import { type Outcome, runCli } from '../support/run-cli';
import { json, scripted } from '../support/scripted-service';

const THING = {
  type: 'object',
  required: ['id', 'name'],
  properties: { id: { type: 'integer' }, name: { type: 'string' }, size: { type: 'integer' } },
};

const pactOf = (interactions: readonly object[]): string =>
  JSON.stringify({
    consumer: { name: 'a' },
    provider: { name: 'b' },
    interactions,
    metadata: { pactSpecification: { version: '3.0.0' } },
  });

const interaction = (description: string, body: object, over: object = {}): object => ({
  description,
  providerStates: [{ name: 'a thing exists', params: { thing: body } }],
  request: { method: 'GET', path: '/it' },
  response: { status: 200, headers: { 'Content-Type': 'application/json' }, body },
  ...over,
});

/** A verification on a service that always answers alike, and sets states up as is told. */
async function verified(
  answer: unknown,
  setup: { readonly status?: number; readonly body: unknown },
  interactions: readonly object[],
  files: Readonly<Record<string, string>> = {},
): Promise<Outcome & { results: readonly Result[]; calls: readonly string[] }> {
  const calls: string[] = [];
  const service = await scripted((request, _body, response) => {
    if (request.url === '/states') return json(response, setup.body, setup.status ?? 200);
    calls.push(`${request.method} ${request.url}`);
    json(response, answer);
  });
  const folder = makeFolder({
    'pacts/a-b.json': pactOf(interactions),
    'doc.json': JSON.stringify(oneAnswer(THING)),
    ...files,
  });
  const contract = 'contracts/x/contract.ts' in files ? [] : ['--contract', 'doc.json'];
  try {
    const words = [
      'verify',
      '--provider-base-url',
      service.url,
      '--provider-states-setup-url',
      `${service.url}/states`,
    ];
    const outcome = await runCli([...words, ...contract], { cwd: folder.path });
    return { ...outcome, results: outcome.run?.results ?? [], calls };
  } finally {
    folder.remove();
    await service.close();
  }
}

const ONE = [interaction('one', { id: 1, name: 'x' })];

describe('a state that is set up in part', () => {
  it('is approximate: held to the contract, and to the pact but for what could not be set up', async () => {
    const setup = { body: { pactcheck: { cannot: ['/name'] } } };
    const kept = await verified({ id: 1, name: 'other' }, setup, ONE);
    expect(kept.results[0]).toMatchObject({
      status: 'approximate',
      findings: [],
      reason: 'the state could not be set up at /name',
    });
    expect(kept.run?.summary).toMatchObject({ passed: 0, failed: 0, skipped: 0, approximate: 1 });
    expect(kept.exitCode).toBe(0);
    const broken = await verified({ id: 2, name: 'other' }, setup, ONE);
    expect(broken.results[0]).toMatchObject({ status: 'failed', findings: [{ rule: 'pact-body', pointer: '/id' }] });
  });

  it('need not say which part', async () => {
    const setup = { body: { pactcheck: { approximate: true } } };
    expect((await verified({ id: 7, name: 'other' }, setup, ONE)).results[0]?.status).toBe('approximate');
    const broken = await verified({ id: 'seven', name: 'other' }, setup, ONE);
    expect(broken.results[0]).toMatchObject({ status: 'failed', findings: [{ rule: 'type', pointer: '/id' }] });
  });

  it('fails where its reserved member says something else', async () => {
    const { results } = await verified({ id: 1, name: 'x' }, { body: { pactcheck: { cannot: 'name' } } }, ONE);
    expect(results[0]?.findings[0]?.message).toContain('gave a member `pactcheck` that is not');
  });
});

describe('a state that is declined', () => {
  const declined = { status: 409, body: { unsupported: 'no database' } };

  it('leaves a safe call to be made: what it answers is held to the contract', async () => {
    const kept = await verified({ id: 2, name: 'y' }, declined, [...ONE, interaction('two', { id: 1, name: 'x' })]);
    expect(kept.calls).toEqual(['GET /it', 'GET /it']);
    expect(kept.results.map(({ status }) => status)).toEqual(['skipped', 'skipped']);
    const broken = await verified({ id: 2, name: 5 }, declined, ONE);
    expect(broken.results[0]).toMatchObject({ status: 'failed', findings: [{ rule: 'type', pointer: '/name' }] });
  });

  it('leaves any other call alone', async () => {
    const put = interaction('one', { id: 1, name: 'x' }, { request: { method: 'PUT', path: '/it' } });
    const { calls, results } = await verified({ id: 2, name: 5 }, declined, [put]);
    expect(calls).toEqual([]);
    expect(results[0]?.status).toBe('skipped');
  });
});

it('a state that fails is told with its call and the answer, line by line', async () => {
  const { results } = await verified({}, { status: 500, body: { why: 'no\ndatabase' } }, ONE);
  const setup = results[0]?.details?.['setup']?.split('\n') ?? [];
  expect(setup[0]).toMatch(/^POST http:\/\/127\.0\.0\.1:\d+\/states$/);
  expect(setup.slice(1)).toEqual([
    '{"state":"a thing exists","params":{"thing":{"id":1,"name":"x"}},"action":"setup"}',
    'HTTP 500',
    '{"why":"no\\ndatabase"}',
  ]);
});

describe('before anything is replayed', () => {
  it('a pact is told that its contract does not allow any more', async () => {
    const stale = interaction('old', { id: '1', name: 'x' });
    const { run } = await verified({ id: 1, name: 'x' }, { body: {} }, [...ONE, stale]);
    expect(run?.warnings?.[0]).toMatch(/^a-b\.json is stale: 1 of its 2 interactions .*\(old: \/id /);
  });

  it('a pact of fewer members than its contract has is no stale one', async () => {
    const { run } = await verified({ id: 1, name: 'x' }, { body: {} }, [interaction('few', { id: 1 })]);
    expect(run?.warnings).toBeUndefined();
  });
});

describe('a contract that cannot be read', () => {
  const CONTRACT = `export default { version: 1, name: 'x', consumer: 'a', provider: 'b', models: {}, operations: {
    getIt: { method: 'GET', path: '/it', responses: { '200': { schema: ${JSON.stringify(THING)} } } } } };`;
  const files = { 'contracts/x/contract.ts': CONTRACT, 'contracts/broken/contract.ts': 'export default {' };

  it('stops no verification that does without it', async () => {
    const { run, exitCode } = await verified({ id: 1, name: 'x' }, { body: {} }, ONE, files);
    expect(exitCode).toBe(0);
    expect(run?.warnings?.[0]).toMatch(/^the contract broken cannot be read, and is left out/);
  });

  it('stops one with an interaction that may be its own', async () => {
    const other = interaction('other', { id: 1, name: 'x' }, { request: { method: 'GET', path: '/elsewhere' } });
    expect((await verified({ id: 1, name: 'x' }, { body: {} }, [other], files)).exitCode).toBe(2);
  });

  it('stops no writing of pacts that do not share its file', async () => {
    const folder = makeFolder(files);
    try {
      const outcome = await runCli(['pacts', 'x'], { cwd: folder.path });
      expect(outcome.exitCode).toBe(0);
      expect(outcome.output).toContain('the contract broken cannot be read, and is left out');
      expect((await runCli(['pacts'], { cwd: folder.path })).failure?.message).toContain('broken');
    } finally {
      folder.remove();
    }
  });
});
