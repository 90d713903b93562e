import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The peers, and what they must find beside them: for this bench only, so none is a dependency of the project. */
const VERSIONS = {
  effect: '3.22.4',
  'fast-check': '3.23.2',
  'json-schema-faker': '0.6.3',
  zod: '3.25.76',
  'zod-fast-check': '0.10.1',
} as const;

const FOLDER = join(tmpdir(), `pactcheck-bench-generation-${Object.values(VERSIONS).join('-')}`);

/** Where the file of a peer lies. */
export const peerFile = (path: string): string => join(FOLDER, 'node_modules', path);

/** A peer, loaded from where it was installed. */
export const peer = <T>(name: keyof typeof VERSIONS): T => createRequire(join(FOLDER, 'package.json'))(name) as T;

/**
 * Installs the peers into a folder of their own, once on a machine.
 * @returns why they could not be installed; `undefined` where they are.
 */
export function installPeers(): string | undefined {
  const done = join(FOLDER, 'installed');
  if (existsSync(done)) return undefined;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), JSON.stringify({ private: true, dependencies: VERSIONS }));
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: FOLDER, stdio: 'pipe' });
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr ?? error).trim();
  }
  writeFileSync(done, '');
  return undefined;
}
