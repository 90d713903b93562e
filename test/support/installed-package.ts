import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { ROOT } from './run-cli';

/**
 * Installs this package into a project as it is published: compiled, with its dependencies beside it.
 * @param project the folder of the project.
 */
export function installPackage(project: string): void {
  const [from, to] = [join(ROOT, 'node_modules'), join(project, 'node_modules')];
  const installed = join(to, 'pactcheck');
  mkdirSync(installed, { recursive: true });
  for (const name of readdirSync(from).filter((entry) => entry !== '.bin' && entry !== '.cache'))
    symlinkSync(join(from, name), join(to, name));
  for (const name of ['package.json', 'bin', 'assets'])
    cpSync(join(ROOT, name), join(installed, name), { recursive: true });
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  buildSync({
    entryPoints: sources.filter((name) => name.endsWith('.ts')).map((name) => join(ROOT, 'src', name)),
    outdir: join(installed, 'dist'),
    format: 'cjs',
    platform: 'node',
    target: 'node20',
  });
}
