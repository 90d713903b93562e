import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packedPackage } from '../../support/installed-package';
import { namedPaths } from '../../support/named-paths';
import { ROOT } from '../../support/run-cli';

const TEXTS = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const named = TEXTS.flatMap((file) => namedPaths(file, readFileSync(join(ROOT, file), 'utf8')));

/** Those that the repository has, and the package lacks. */
const lacking = (paths: typeof named): string[] =>
  paths
    .filter(({ path }) => existsSync(join(ROOT, path)) && !existsSync(join(packedPackage(), path)))
    .map(({ file, path }) => `${file} names ${path}`);

describe('the package', () => {
  it('carries what its README and docs name', () => {
    expect(named.length).toBeGreaterThan(30);
    expect(lacking(named)).toEqual([]);
  });

  it('would be found to lack what it does not carry', () => {
    const text = 'See [a bench](../bench/start/main.ts), and `test/laws` and examples/ci.';
    expect(lacking(namedPaths('docs/planted.md', text))).toEqual([
      'docs/planted.md names bench/start/main.ts',
      'docs/planted.md names test/laws',
    ]);
  });

  it('carries the compiled doors, and no source or test of its own', () => {
    const top = readdirSync(packedPackage());
    expect(top).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'contracts', 'dist', 'examples', 'pacts']));
    expect(top.filter((name) => ['src', 'test', 'bench', 'node_modules'].includes(name))).toEqual([]);
    expect(readdirSync(join(packedPackage(), 'dist/doors'))).toEqual(
      expect.arrayContaining(['jest.d.ts', 'vitest.mjs']),
    );
  });
});
