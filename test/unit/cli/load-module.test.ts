import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadExport } from '../../../src/app/load-module';

const LOADER = join(__dirname, '../../../src/app/load-module.ts');

/** What kind of thing an export is. Asked of a program of its own: Jest has another loader than Node. */
function kindOf(reference: string, folder: string): string {
  const program = `require(${JSON.stringify(LOADER)}).loadExport(process.argv[1], process.argv[2]).then(
    (found) => console.log(typeof found),
    (error) => console.log(error.message),
  )`;
  const words = ['--require', require.resolve('esbuild-register'), '-e', program, reference, folder];
  return execFileSync(process.execPath, words, { encoding: 'utf8' }).trim();
}

describe('an export of a module', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pactcheck-load-'));
    // Node finds the names of such a module by reading it, up to the first value that is a call.
    const made = 'const make = (n) => () => n;\nmodule.exports = { one: make(1), two: make(2), three: make(3) };\n';
    writeFileSync(join(folder, 'made.cjs'), made);
    writeFileSync(join(folder, 'plain.ts'), 'export const one = (): number => 1;\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['made.cjs#one', 'made.cjs#three', 'plain.ts#one'])('%s is found', (reference) => {
    expect(kindOf(reference, folder)).toBe('function');
  });

  it('that is not there is told of, with those that are', async () => {
    await expect(loadExport('made.cjs#four', folder)).rejects.toMatchObject({
      message: 'made.cjs has no export four',
      next: expect.stringMatching(/three/),
    });
  });
});
