import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { NotTried } from './attack';

/** Where other versions of Node are kept: beside the packages, so that they are fetched once. */
const FOLDER = join(__dirname, '../../node_modules/.cache/pactcheck-nodes');

/**
 * Returns the program of another version of Node, which the registry has as a package.
 * @throws NotTried where it cannot be had.
 */
export function otherNode(major: number): string {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const folder = join(FOLDER, String(major));
  const program = join(folder, 'node_modules/node/bin/node');
  try {
    mkdirSync(folder, { recursive: true });
    const words = ['install', '--no-audit', '--no-fund', '--no-save', '--prefix', folder, `node@${major}`];
    if (!existsSync(program)) execFileSync('npm', words, { stdio: 'ignore', timeout: 300_000 });
    const version = execFileSync(program, ['--version'], { encoding: 'utf8' });
    if (version.startsWith(`v${major}.`)) return program;
  } catch {
    // There is no registry here, or none of its programs runs.
  }
  throw new NotTried(`there is no Node ${major} to be had: npm install node@${major} does not give one here`);
}
