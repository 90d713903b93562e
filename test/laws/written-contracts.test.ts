import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadContract } from '../../src/app/contract-reference';
import { type Contract, ContractError, defineContract, stringifyJson } from '../../src/contract';
import { type ImportedDocument, readDocument, sourceOfDocument } from '../../src/importers';
import { DIALECTS, LEDGER, pagesIn } from '../support/dialects';
import { makeFolder } from '../support/folder';
import { runCli } from '../support/run-cli';
import { documentArbitrary } from './document-arbitrary';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pactcheck-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const textOf = (contract: Contract): string => stringifyJson(contract as never);

/** The contract that a document is; `undefined` where it is refused. */
function meant(document: ImportedDocument): Contract | undefined {
  try {
    return defineContract(sourceOfDocument(document));
  } catch (error) {
    if (error instanceof ContractError) return undefined;
    throw error;
  }
}

function read(path: string): ImportedDocument | undefined {
  try {
    return readDocument(path);
  } catch (error) {
    if (error instanceof ContractError) return undefined;
    throw error;
  }
}

/** Imports a document into a folder of its own, and loads what was written as a person's project does. */
async function written(path: string, cwd: string): Promise<Contract> {
  const imported = await runCli(['import', path, '--out', 'written'], { cwd });
  expect(imported).toMatchObject({ failure: undefined });
  return loadContract('written/contract.ts', { cwd });
}

/** Strings that need escapes, keys that are no identifiers, `__proto__`, nesting: all of it goes through TypeScript. */
describe('a contract folder that an import writes', () => {
  it('is the contract that the document is, when it is loaded again', async () => {
    let [count, compared] = [0, 0];
    const law = fc.asyncProperty(documentArbitrary, async (value) => {
      count += 1;
      const cwd = join(folder, String(count));
      mkdirSync(cwd);
      writeFileSync(join(cwd, 'api.json'), JSON.stringify(value));
      const document = read(join(cwd, 'api.json'));
      const contract = document && meant(document);
      if (contract === undefined) return;
      compared += 1;
      expect(textOf(await written('api.json', cwd))).toBe(textOf(contract));
    });
    await fc.assert(law, { seed: 14, numRuns: 40 });
    expect(compared).toBeGreaterThan(20);
  });

  it.each(DIALECTS.map((dialect) => [dialect.name, dialect] as const))(
    'so is that of pages: %s',
    async (_name, dialect) => {
      const pages = makeFolder(
        Object.fromEntries(Object.entries(pagesIn(dialect, LEDGER)).map(([name, text]) => [`docs/${name}`, text])),
      );
      try {
        const contract = meant(readDocument(join(pages.path, 'docs')));
        expect(textOf(await written('docs', pages.path))).toBe(textOf(contract as Contract));
      } finally {
        pages.remove();
      }
    },
  );
});
