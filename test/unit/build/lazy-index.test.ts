import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { lazyIndex } from '../../../build/lazy-index';

const compiled = (source: string): string =>
  ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 } })
    .outputText;

const INDEX =
  "export { heavy as weight } from './heavy';\nexport * from './light';\nexport type { Other } from './other';\n";
const lazy = lazyIndex(compiled(INDEX), (file) => (file === './light' ? ['light', 'more'] : [])) ?? '';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pactcheck-lazy-'));
  writeFileSync(join(folder, 'heavy.js'), 'exports.heavy = 7;\n');
  writeFileSync(join(folder, 'light.js'), "exports.light = 'light';\nexports.more = undefined;\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('gives out the names that the index gives, each file loaded when one of its names is asked for', () => {
  const loaded: string[] = [];
  const own = { exports: {} as Record<string, unknown> };
  const load = (file: string): unknown => {
    loaded.push(file);
    return require(join(folder, file));
  };
  new Function('exports', 'require', lazy)(own.exports, load);
  expect(Object.keys(own.exports)).toEqual(['weight', 'light', 'more']);
  expect(loaded).toEqual([]);
  expect(own.exports['light']).toBe('light');
  expect(loaded).toEqual(['./light']);
  expect([own.exports['weight'], own.exports['weight'], own.exports['more']]).toEqual([7, 7, undefined]);
  expect(loaded).toEqual(['./light', './heavy', './light']);
});

it.each(["import './other';\nexport { a } from './a';", "export { a } from './a';\nexport const own = 1;"])(
  'leaves an index as it is that does something of its own: %s',
  (source) => {
    expect(lazyIndex(compiled(source), () => [])).toBeUndefined();
  },
);
