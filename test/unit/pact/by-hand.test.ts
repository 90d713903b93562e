import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MatchersV3, PactV4 } from '@pact-foundation/pact';
import { makeProject, type Project } from '../../support/project';
import { runCli } from '../../support/run-cli';

const lamp = (provider: string, name = 'lamp'): string =>
  `export default ${JSON.stringify({
    version: 1,
    name,
    consumer: 'remote',
    provider,
    models: {},
    operations: {
      [`get${name}`]: {
        method: 'GET',
        path: `/${name}`,
        responses: {
          '200': {
            schema: { type: 'object', properties: { isOn: { type: 'boolean' } }, required: ['isOn'] },
            states: [{ name: 'a lamp' }],
          },
        },
      },
    },
  })};`;

let project: Project;
beforeEach(() => {
  project = makeProject({
    'contracts/lamp/contract.ts': lamp('lamp'),
    'contracts/door/contract.ts': lamp('door', 'door'),
  });
});
afterEach(() => project.remove());

/** A consumer test as people write it with Pact's own DSL, which lets Pact write into `by-hand/`. */
async function byHand(description: string, provider = 'lamp'): Promise<void> {
  const dir = join(project.folder, 'pacts/by-hand');
  mkdirSync(dir, { recursive: true });
  await new PactV4({ consumer: 'remote', provider, dir, logLevel: 'error' })
    .addInteraction()
    .given('a lamp')
    .uponReceiving(description)
    .withRequest('GET', '/lamp')
    .willRespondWith(200, (builder) => builder.jsonBody({ isOn: MatchersV3.boolean(true) }))
    .executeTest(async ({ url }) => {
      await fetch(`${url}/lamp`);
    });
}

const pacts = (...words: string[]) => runCli(['pacts', ...words], { cwd: project.folder });
const fileOf = (provider: string): string => join(project.folder, `pacts/remote-${provider}.json`);
const descriptionsOf = (provider: string): string[] => {
  const { interactions } = JSON.parse(readFileSync(fileOf(provider), 'utf8')) as {
    interactions: { description: string }[];
  };
  return interactions.map(({ description }) => description);
};

describe('interactions of tests that are written with PactV4', () => {
  it('stand in one pact file with those of the contract, which is current then', async () => {
    await byHand('a call for the lamp');
    expect(await pacts()).toMatchObject({ exitCode: 0, failure: undefined });
    expect(descriptionsOf('lamp')).toEqual([
      'a call for the lamp',
      expect.stringMatching(/^getlamp 200 /),
      expect.stringMatching(/^getlamp 200 /),
    ]);
    expect(readFileSync(fileOf('lamp'), 'utf8')).not.toContain('pending');
    expect(await pacts('--check')).toMatchObject({ exitCode: 0, failure: undefined });
  });

  it('are found missing where the file was not written since', async () => {
    expect(await pacts()).toMatchObject({ exitCode: 0 });
    await byHand('a call for the lamp');
    const { exitCode, run } = await pacts('--check');
    expect(exitCode).toBe(1);
    expect(run?.results.filter(({ status }) => status === 'failed')).toMatchObject([
      { id: 'a call for the lamp', findings: [{ rule: 'pact-missing' }] },
    ]);
  });

  it('go when their test goes', async () => {
    await byHand('a call for the lamp');
    await pacts();
    rmSync(join(project.folder, 'pacts/by-hand'), { recursive: true });
    expect((await pacts('--check')).run?.results.filter(({ status }) => status === 'failed')).toMatchObject([
      { id: 'a call for the lamp', findings: [{ rule: 'pact-extra' }] },
    ]);
  });

  it('take nothing from the file of a contract that was not asked for', async () => {
    await pacts();
    const before = readFileSync(fileOf('door'), 'utf8');
    await byHand('a call for the door', 'door');
    await pacts('lamp');
    expect(readFileSync(fileOf('door'), 'utf8')).toBe(before);
  });

  it('of a pair that has no contract are a pact file of their own', async () => {
    await byHand('a call for the bell', 'bell');
    await pacts();
    expect(descriptionsOf('bell')).toEqual(['a call for the bell']);
    expect(await pacts('--check')).toMatchObject({ exitCode: 0 });
  });

  it('must not be called as one of the contract in the same state', async () => {
    await pacts();
    const [own = ''] = descriptionsOf('lamp');
    await byHand(own);
    const { exitCode, failure } = await pacts();
    expect(exitCode).toBe(2);
    expect(failure?.message).toContain(`two interactions of remote-lamp.json are called "${own}"`);
  });

  it.each([
    ['{', 'is not JSON'],
    [
      '{"consumer":{"name":"remote"},"provider":{"name":"lamp"},"interactions":[{"description":"of version 3"}]}',
      'is not a pact of version 4',
    ],
  ])('are refused where a file there is %s', async (text, message) => {
    mkdirSync(join(project.folder, 'pacts/by-hand'), { recursive: true });
    writeFileSync(join(project.folder, 'pacts/by-hand/remote-lamp.json'), text);
    const { exitCode, failure } = await pacts();
    expect(exitCode).toBe(2);
    expect(failure?.message).toContain(message);
  });
});
