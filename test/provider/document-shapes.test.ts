import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContract } from '../../src/cli/contract-reference';
import { withStates } from '../../src/cli/init/starter-states';
import { startLiveService } from '../../src/cli/live-service';
import { readDocument, sourceOfDocument } from '../../src/importers';
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
    expect(run?.coverage?.classes.covered).toBe(run?.coverage?.classes.feasible);
  });

  it('so have they with the provider states that init gives them', async () => {
    const document = readDocument(join(project.folder, 'shapes.yaml'));
    const [source, operations] = [sourceOfDocument(document), withStates(document)];
    writeFileSync(join(project.folder, 'contract.json'), JSON.stringify({ ...source, operations }));
    const { findings, exitCode, run } = await kept('contract.json');
    expect(findings).toEqual([]);
    expect(exitCode).toBe(0);
    expect(run?.results.some(({ id }) => id.startsWith('listParcels 401 '))).toBe(true);
  });
});
