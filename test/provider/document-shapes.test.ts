import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContract } from '../../src/app/contract-reference';
import { startLiveService } from '../../src/app/live-service';
import { everyForm, forSwagger } from '../laws/request-documents';
import { makeProject, type Project } from '../support/project';
import { ROOT, runCli } from '../support/run-cli';

const FIXTURE = join(ROOT, 'test/unit/importers/openapi/fixtures/shapes.yaml');

let project: Project;
beforeEach(() => {
  project = makeProject();
  copyFileSync(FIXTURE, join(project.folder, 'shapes.yaml'));
});
afterEach(() => project.remove());

/** Writes the pacts of a contract, and replays them on a service of it. */
async function kept(reference: string) {
  const pacts = await runCli(['pacts', reference], { cwd: project.folder });
  expect(pacts).toMatchObject({ exitCode: 0, failure: undefined });
  const contract = await loadContract(reference, { cwd: project.folder });
  const service = await startLiveService(contract);
  const urls = ['--provider-base-url', service.url, '--provider-states-setup-url', service.statesUrl];
  try {
    const { exitCode, run } = await runCli(['verify', ...urls, '--contract', reference], { cwd: project.folder });
    const findings = run?.results.flatMap((one) => one.findings.map(({ message }) => `${one.id}: ${message}`)) ?? [];
    const operations = new Set(run?.results.map(({ id }) => id.split(' ')[0]));
    return { exitCode, findings, operations, run, ids: contract.operations.map(({ id }) => id) };
  } finally {
    await service.close();
  }
}

/** Lists, texts, numbers, maps, choices, null, nothing at all; nested, created, patched, by default; narrow parameters. */
describe('operations of every shape', () => {
  it('have pacts that a service of the document keeps', async () => {
    const { findings, exitCode, operations, run, ids } = await kept('shapes.yaml');
    expect(findings).toEqual([]);
    expect(exitCode).toBe(0);
    expect([...operations].sort()).toEqual(ids.toSorted());
    // What must be written, and not every service takes, is no longer there in the answer.
    const missing = run?.coverage?.cells?.filter(({ covered, excluded }) => !covered && excluded === undefined) ?? [];
    expect(missing.every(({ site }) => site === 'putEvent/at')).toBe(true);
    expect(missing.length).toBeLessThan(3);
  });

  it.each([
    ['OpenAPI 3', everyForm],
    ['Swagger 2.0', forSwagger],
  ])('are called with each form of a parameter, by a service that reads it strictly: %s', async (_, document) => {
    writeFileSync(join(project.folder, 'forms.json'), JSON.stringify(document));
    const { findings, exitCode, operations, ids } = await kept('forms.json');
    expect(findings).toEqual([]);
    expect(exitCode).toBe(0);
    expect([...operations].sort()).toEqual(ids.toSorted());
  });

  it('are asked for, and sent, in each media type of JSON that they have', async () => {
    const name = 'media-types.yaml';
    copyFileSync(join(ROOT, 'test/unit/importers/openapi/fixtures', name), join(project.folder, name));
    const { findings, exitCode, run } = await kept(name);
    expect(findings).toEqual([]);
    expect(exitCode).toBe(0);
    const ids = run?.results.map(({ id }) => id) ?? [];
    expect(ids).toContain('getNote 200 as application/vnd.notes.v2+json');
    expect(ids).toContain('putNote 200 sent as application/vnd.notes.v2+json');
  });

  it('have states for what HTTP settles, and are called where the resource is', async () => {
    const { run } = await kept('shapes.yaml');
    const ids = run?.results.map(({ id }) => id) ?? [];
    expect(ids.some((id) => id.startsWith('listParcels 401 '))).toBe(true);
  });
});
