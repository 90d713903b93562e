import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContract } from '../../src/app/contract-reference';
import { startLiveService } from '../../src/app/live-service';
import { generateCases } from '../../src/cases';
import { makeProject, type Project } from '../support/project';
import { ROOT, runCli } from '../support/run-cli';

const FIXTURE = join(ROOT, 'test/unit/importers/openapi/fixtures/library.yaml');
const STYLES = ['getBook', 'listBooks', 'createBook', 'putBook', 'deleteBook'];

let project: Project;
beforeAll(() => {
  project = makeProject();
  copyFileSync(FIXTURE, join(project.folder, 'library.yaml'));
});
afterAll(() => project.remove());

const inProject = (words: readonly string[]) => runCli(words, { cwd: project.folder });

async function verified(faultId?: string) {
  const contract = await loadContract('library.yaml', { cwd: project.folder });
  const rejects = generateCases(contract, { operationId: 'getBook', mode: 'edge', verdict: 'reject', seed: 1 });
  const fault = faultId === undefined ? undefined : [...rejects].find(({ id }) => id === faultId);
  expect(fault?.id).toBe(faultId);
  const service = await startLiveService(contract, { fault });
  const urls = ['--provider-base-url', service.url, '--provider-states-setup-url', service.statesUrl];
  try {
    return {
      verify: await inProject(['verify', ...urls, '--contract', 'library.yaml']),
      audit: faultId === undefined ? await inProject(['audit', 'library.yaml#getBook', ...urls]) : undefined,
    };
  } finally {
    await service.close();
  }
}

/** A document of somebody else's API, never imported: read by id, listed, created, replaced, removed. */
describe('a document is a contract reference in every command', () => {
  it('has pacts for operations of every style, which a service of it keeps', async () => {
    expect(await inProject(['pacts', 'library.yaml'])).toMatchObject({ exitCode: 0 });
    const pact = JSON.parse(readFileSync(join(project.folder, 'pacts/consumer-library-service.json'), 'utf8')) as {
      interactions: { description: string; response: { status: number; body?: unknown } }[];
    };
    for (const id of STYLES)
      expect(pact.interactions.filter(({ description }) => description.startsWith(`${id} `)).length).toBeGreaterThan(0);
    const removed = pact.interactions.filter(({ description }) => description.startsWith('deleteBook 204 '));
    expect(removed.map(({ response }) => response)).toEqual([{ status: 204 }]);
    const { verify, audit } = await verified();
    expect(verify).toMatchObject({ exitCode: 0, run: { summary: { failed: 0, skipped: 0 } } });
    expect(audit?.run?.summary.passed).toBeGreaterThan(20);
  });

  it('whose pacts a service that breaks it does not keep', async () => {
    const { verify } = await verified('/id missing');
    expect(verify.exitCode).toBe(1);
    const found = verify.run?.results.flatMap(({ findings }) => findings.map(({ pointer }) => pointer)) ?? [];
    expect(found).toContain('/id');
  });

  it('is measured, fuzzed and compared', async () => {
    project.write({ 'parser.ts': 'export const parse = (body: string): unknown => JSON.parse(body);\n' });
    const coverage = await inProject(['coverage', 'library.yaml#listBooks']);
    expect(coverage).toMatchObject({ exitCode: 0 });
    const fuzz = await inProject(['fuzz', 'library.yaml#getBook', '--parser', 'parser.ts#parse', '--runs', '300']);
    expect(fuzz.exitCode).toBe(1);
    expect(fuzz.run?.results.length).toBeGreaterThan(0);
    project.write({ 'new.yaml': readFileSync(FIXTURE, 'utf8').replace('format: date-time', 'format: date') });
    expect(await inProject(['diff', 'library.yaml', 'library.yaml'])).toMatchObject({ exitCode: 0 });
    expect(await inProject(['diff', 'library.yaml#getBook', 'new.yaml#getBook'])).toMatchObject({ exitCode: 1 });
  });

  it('or it is said that an operation has no body to make cases of', async () => {
    const cases = await inProject(['cases', 'library.yaml#deleteBook']);
    expect(cases).toMatchObject({
      exitCode: 2,
      failure: { message: 'delete-book has no operation with a successful answer that has a body' },
    });
  });
});
