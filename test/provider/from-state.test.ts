import { makeFolder } from '../support/folder';
import { type Outcome, runCli } from '../support/run-cli';
import { json, scripted } from '../support/scripted-service';

const CONTRACT = `const given = { $from: 'state', pointer: '/thingId' };
export default { version: 1, name: 'x', consumer: 'a', provider: 'b', models: {}, operations: {
  getIt: { method: 'GET', path: '/things/{thingId}', parameters: { thingId: { in: 'path', schema: { type: 'string' }, value: given } },
    responses: { '200': { schema: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
      states: [{ name: 'a thing exists' }], values: { '/id': given } } } } } };`;

/** A service that chooses ids, and answers with the id that it is asked for, or with another one. */
async function verified(idOf: (asked: string) => string): Promise<Outcome> {
  const service = await scripted((request, _body, response) => {
    if (request.url === '/states') return json(response, { thingId: 'chosen-7' });
    const asked = request.url?.split('/').at(-1) ?? '';
    return asked === 'chosen-7' ? json(response, { id: idOf(asked) }) : json(response, {}, 404);
  });
  const folder = makeFolder({ 'contracts/x/contract.ts': CONTRACT });
  try {
    await runCli(['pacts', 'x'], { cwd: folder.path });
    const words = ['--provider-base-url', service.url, '--provider-states-setup-url', `${service.url}/states`];
    return await runCli(['verify', ...words], { cwd: folder.path });
  } finally {
    folder.remove();
    await service.close();
  }
}

describe('an id that the service chooses', () => {
  it('reaches the request, and is expected back', async () => {
    expect((await verified((asked) => asked)).run?.summary).toMatchObject({ failed: 0, skipped: 0 });
  });

  it('is missed where another one comes back', async () => {
    const { run, exitCode } = await verified(() => 'another');
    expect(exitCode).toBe(1);
    expect(run?.results[0]?.findings[0]).toMatchObject({ rule: 'pact-body', pointer: '/id' });
  });
});
