import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeProject, type Project } from '../../support/project';
import { runCli } from '../../support/run-cli';

const DOCUMENT = `openapi: 3.0.3
info: { title: pets, version: '1' }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pets' } } } }
  /mood:
    get:
      operationId: readMood
      responses:
        '200': { description: ok, content: { application/json: { schema: { type: string, enum: [calm, wild] } } } }
components:
  schemas:
    Pets:
      type: array
      maxItems: 20
      items: { type: object, required: [id], properties: { id: { type: integer, minimum: 1 } } }
`;

const PAGE = `# Pet

## Properties

Name | Type | Description | Notes
------------ | ------------- | ------------- | -------------
**id** | **Long** | Names the pet. |
**kind** | **String** | | [optional]
`;

let project: Project;
beforeAll(() => {
  project = makeProject({ 'pets.yaml': DOCUMENT, 'Pet.md': PAGE });
});
afterAll(() => project.remove());

const audited = (words: readonly string[]) => runCli(['audit', '--mutants', '40', ...words], { cwd: project.folder });

describe('an audit of a contract that has no pacts yet', () => {
  it('takes what the contract gives, and plants into lists', async () => {
    const { exitCode, run, output } = await audited(['pets.yaml#listPets']);
    expect(exitCode).toBe(0);
    const ids = run?.results.map(({ id }) => id) ?? [];
    expect(ids).toContain('listPets /[]/id missing');
    expect(ids).toContain('listPets body one over the maximum');
    expect(output).toContain('why the pacts do not notice:');
    expect(output).toMatch(/of those that can be noticed {7}\d+ of \d+ /);
    expect(run?.results.find(({ id }) => id === 'listPets mutants of /[]/id')?.details).toMatchObject({ open: '0' });
    expect(run?.coverage?.cells?.map(({ site }) => site)).toContain('/[]/id');
    expect(existsSync(join(project.folder, 'pacts'))).toBe(false);
  });

  it('takes none of the project for a page, whose operation a service of its own has alone', async () => {
    await runCli(['pacts', 'pets.yaml#readMood', '--pacts', 'pacts'], { cwd: project.folder });
    const { exitCode, run } = await audited(['Pet.md']);
    rmSync(join(project.folder, 'pacts'), { recursive: true });
    expect(exitCode).toBe(0);
    expect(run?.results.map(({ id }) => id)).toContain('readPet /id missing');
  });

  it('plants into a single value, and gives no reasons where the pacts notice all', async () => {
    const { exitCode, run, output } = await audited(['pets.yaml#readMood']);
    expect(exitCode).toBe(0);
    expect(run?.results.map(({ id }) => id)).toContain('readMood body unknown');
    expect(output).toMatch(/noticed by the pacts alone {3}(\d+) of \1 /);
    expect(output).not.toContain('why the pacts do not notice');
  });
});

it('says that a folder has no pact of the contract, instead of having tested nothing', async () => {
  await runCli(['pacts', 'pets.yaml#readMood'], { cwd: project.folder });
  const { exitCode, failure } = await audited(['pets.yaml#listPets', '--pacts', 'pacts']);
  expect(exitCode).toBe(4);
  expect(failure?.message).toBe('no pact in pacts calls an operation of list-pets');
  expect(await audited(['pets.yaml#listPets'])).toMatchObject({ exitCode: 0 });
});
