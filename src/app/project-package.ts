import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a project says of itself. */
export interface Package {
  readonly name: string | undefined;
  readonly dependencies: readonly string[];
}

/** Reads the package.json of a folder; nothing is known where there is none. */
export function packageAt(cwd: string): Package {
  try {
    const { name, dependencies, devDependencies } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
    return { name, dependencies: Object.keys({ ...dependencies, ...devDependencies }) };
  } catch {
    return { name: undefined, dependencies: [] };
  }
}
