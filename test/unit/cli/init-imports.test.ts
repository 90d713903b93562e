import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { outsiderViolations, type SourceFile } from '../../architecture/rules';
import { DIALECTS, type Dialect, LEDGER, pagesIn } from '../../support/dialects';
import { makeFolder } from '../../support/folder';
import { ROOT, runCli } from '../../support/run-cli';

const doors = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).exports);
const pages = pagesIn(DIALECTS[1] as Dialect, LEDGER);
const docs = Object.fromEntries(Object.entries(pages).map(([name, text]) => [`docs/${name}`, text]));

/** The scripts that `init` writes into a fresh project. */
async function written(runner: string): Promise<SourceFile[]> {
  const folder = makeFolder({ ...docs, 'package.json': '{"name":"console"}' });
  try {
    const words = ['init', 'docs', '--operation', 'listEntries', '--runner', runner, '--ci', 'none'];
    expect(await runCli(words, { cwd: folder.path })).toMatchObject({ failure: undefined, exitCode: 0 });
    return readdirSync(folder.path, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.[cm]?[jt]s$/.test(path))
      .map((path) => join(folder.path, path))
      .map((path) => ({ path: relative(folder.path, path), text: readFileSync(path, 'utf8') }));
  } finally {
    folder.remove();
  }
}

describe.each(['jest', 'vitest', 'node'])('what init writes for %s', (runner) => {
  it("imports the package's doors and nothing else of it", async () => {
    const files = await written(runner);
    expect(files.filter(({ text }) => /from 'pactcheck/.test(text)).length).toBeGreaterThan(1);
    expect(outsiderViolations(files, doors)).toEqual([]);
    const planted = files.map(({ path, text }) => ({
      path,
      text: text.replace(/from 'pactcheck[^']*'/, "from 'pactcheck/dist/pact'"),
    }));
    expect(outsiderViolations(planted, doors)).toContainEqual(
      expect.stringMatching(/ imports pactcheck\/dist\/pact: there is no such door$/),
    );
  });
});
