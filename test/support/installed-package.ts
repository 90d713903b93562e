import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './run-cli';

/** What the package is made of, besides what npm always takes. */
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly files: readonly string[] };
const SOURCES = ['src', 'package.json', 'LICENSE', 'tsconfig.json', 'tsconfig.build.json', ...manifest.files];

const isSource = (path: string): boolean =>
  !path.includes('node_modules') && !/^examples\/[^/]+\/(?:build|dist)\//.test(path);

/** The files of the project that the package is made of. */
function sources(): string[] {
  const entries = SOURCES.filter((entry) => entry !== 'dist' && existsSync(join(ROOT, entry)));
  return entries.flatMap((entry) => {
    const all = readdirSync(ROOT, { withFileTypes: true }).find(({ name }) => name === entry);
    if (all?.isDirectory() !== true) return [entry];
    return readdirSync(join(ROOT, entry), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name).slice(ROOT.length + 1))
      .filter(isSource);
  });
}

function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Compiles and packs the project as `npm publish` does, and unpacks the tarball into a folder. */
function pack(files: readonly string[], unpacked: string): void {
  const stage = mkdtempSync(join(tmpdir(), 'pactcheck-stage-'));
  try {
    for (const file of files.filter((one) => !one.startsWith('src/') && !one.startsWith('tsconfig')))
      cpSync(join(ROOT, file), join(stage, file));
    // The compiler has looked at the source already: here it only writes.
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const words = [tsc, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', join(stage, 'dist')];
    execFileSync(process.execPath, words, { cwd: ROOT });
    const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--silent'], {
      cwd: stage,
      encoding: 'utf8',
    }).trim();
    execFileSync('tar', ['-xzf', packed], { cwd: stage });
    renameSync(join(stage, 'package'), unpacked);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/**
 * The folder of the package as it is published: packed by npm and unpacked. It is made once for the same files, since
 * compiling them takes seconds.
 */
export function packedPackage(): string {
  const files = sources();
  const cache = join(ROOT, 'node_modules/.cache/pactcheck');
  const folder = join(cache, `package-${digestOf(files)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const made = mkdtempSync(join(cache, 'unfinished-'));
  pack(files, join(made, 'package'));
  try {
    renameSync(join(made, 'package'), folder);
  } catch {
    // Another process was faster, with the same files.
  }
  rmSync(made, { recursive: true, force: true });
  return folder;
}

/**
 * Installs this package into a project as it is published, with its dependencies, and those of its own tests, beside it.
 * @param project the folder of the project.
 */
export function installPackage(project: string): void {
  const [from, to] = [join(ROOT, 'node_modules'), join(project, 'node_modules')];
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter((entry) => entry !== '.cache'))
    symlinkSync(join(from, name), join(to, name));
  cpSync(packedPackage(), join(to, 'pactcheck'), { recursive: true });
}
