import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bareExitCodes } from './architecture/exit-codes';
import {
  cycles,
  doorViolations,
  formatNameViolations,
  outsiderViolations,
  ownerViolations,
  processViolations,
  RINGS,
  ringViolations,
  type SourceFile,
  sabotageViolations,
  useCaseViolations,
} from './architecture/rules';
import { undocumented } from './architecture/undocumented';

const ROOT = join(__dirname, '..');

/** The files of a folder that are scripts, their paths relative to another one. */
const scriptsIn = (folder: string, from: string): SourceFile[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules'))
    .map((path) => ({ path: relative(from, path), text: readFileSync(path, 'utf8') }));

const files = scriptsIn('src', join(ROOT, 'src'));

/** What stands for somebody's project. */
const outsiders = ['contracts', 'examples'].flatMap((folder) => scriptsIn(folder, ROOT));
const doors = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).exports);

/** Files that run in a process or worker of their own, and so own its streams. */
const PROGRAMS: readonly string[] = [
  'provider/replay/replay-child.ts',
  'provider/states/handlers-program.ts',
  'fuzz/audit/mistaken.ts',
];

const planted = (path: string, text: string): SourceFile[] => [...files, { path, text }];

describe('the architecture', () => {
  it('knows every module', () => {
    const modules = new Set(
      files.filter(({ path }) => path.includes('/')).map(({ path }) => path.split('/')[0] as string),
    );
    expect([...modules].filter((name) => RINGS[name] === undefined)).toEqual([]);
  });

  it('lets a module import only from an inner ring', () => {
    expect(ringViolations(files)).toEqual([]);
  });

  it('crosses modules only through index.ts', () => {
    expect(doorViolations(files)).toEqual([]);
  });

  it('leaves each heavy library to its owners', () => {
    expect(ownerViolations(files)).toEqual([]);
    expect(processViolations(files, PROGRAMS)).toEqual([]);
    expect(useCaseViolations(files, PROGRAMS)).toEqual([]);
  });

  it('asks what a format means, not how it is called', () => {
    expect(formatNameViolations(files)).toEqual([]);
  });

  it('runs without what plants mistakes in it', () => {
    expect(sabotageViolations(files)).toEqual([]);
  });

  it('has contracts and examples import its doors', () => {
    expect(outsiders.length).toBeGreaterThan(20);
    expect(outsiderViolations(outsiders, doors)).toEqual([]);
  });

  it('takes exit codes from one table', () => {
    expect(bareExitCodes(files)).toEqual([]);
  });

  it('has no import cycle', () => {
    expect(cycles(files)).toEqual([]);
  });

  it('says of each export what it gives', () => {
    expect(undocumented(files)).toEqual([]);
  });
});

describe('the rules of the architecture notice', () => {
  it('an import from a sibling and from an outer ring', () => {
    const text = "import { x } from '../validator';\nimport { y } from '../cli';\nimport { z } from '../contract';";
    expect(ringViolations(planted('cases/planted.ts', text))).toEqual([
      'cases/planted.ts imports validator: validator is not in an inner ring',
      'cases/planted.ts imports cli: cli is not in an inner ring',
    ]);
  });

  it('an import from a sibling by require and by import()', () => {
    const text = "const x = require('../pact');\nconst y = import('../fuzz');";
    expect(ringViolations(planted('provider/planted.ts', text))).toHaveLength(2);
  });

  it('an import past a door', () => {
    expect(doorViolations(planted('cases/planted.ts', "import { x } from '../contract/json';"))).toEqual([
      'cases/planted.ts imports contract/json: not through contract/index.ts',
    ]);
  });

  it('a heavy library in a module that does not own it, and any library in ring 0', () => {
    expect(ownerViolations(planted('cases/planted.ts', "import Ajv from 'ajv/dist/2020';"))).toEqual([
      'cases/planted.ts loads ajv, which belongs to validator and app',
    ]);
    expect(ownerViolations(planted('contract/planted.ts', "import yaml from 'yaml';"))).toEqual([
      'contract/planted.ts loads yaml, which belongs to no module of ring 0',
    ]);
    expect(ownerViolations(planted('contract/planted.ts', "import type { X } from 'ajv';"))).toEqual([]);
  });

  it.each(['process.exit(1);', "process.on('SIGTERM', end);", 'console.error(1);', 'return { exitCode: 1 };'])(
    'a use case that knows of the process: %s',
    (text) => {
      expect(useCaseViolations(planted('app/planted.ts', text), PROGRAMS)).toEqual([
        'app/planted.ts knows of the process or its exit code, which belong to cli',
      ]);
    },
  );

  it('the console outside of cli', () => {
    expect(processViolations(planted('cases/planted.ts', 'console.log(1);'), PROGRAMS)).toEqual([
      'cases/planted.ts uses the console or the process, which belong to cli',
    ]);
  });

  it('a format that is asked for by name', () => {
    const text = "const isMoment = (schema) => schema.format === 'date-time';";
    expect(formatNameViolations(planted('cases/planted.ts', text))).toEqual([
      'cases/planted.ts asks for a format by name',
    ]);
  });

  it('an import of what plants mistakes', () => {
    const text = "import { mistaken } from './audit/mistaken';";
    expect(sabotageViolations(planted('fuzz/planted.ts', text))).toEqual([
      'fuzz/planted.ts imports its own sabotage, fuzz/audit/mistaken',
    ]);
  });

  it('a contract or an example that imports the source, or what is no door', () => {
    const text = [
      "import { fuzz } from '../../src/fuzz';",
      "const { verifyProvider } = require('../../src');",
      "import { normalise } from 'pactcheck/dist/contract';",
      "import type { Run } from 'pactcheck';",
      "import { serve } from 'pactcheck/provider';",
    ].join('\n');
    expect(outsiderViolations([{ path: 'examples/planted/main.ts', text }], doors)).toEqual([
      'examples/planted/main.ts imports src/fuzz: not a door of the package',
      'examples/planted/main.ts imports src: not a door of the package',
      'examples/planted/main.ts imports pactcheck/dist/contract: there is no such door',
    ]);
  });

  it.each([
    'function action(): number {\n  return 1;\n}',
    'const action = async () => (await isFine() ? 0 : 2);',
    'process.exit(run?.code ?? 3);',
    'process.exitCode = 2;',
    'const outcome = { exitCode: 4 };',
    'if (outcome.exitCode !== 0) stop();',
    'interface Check {\n  readonly exitCode: 2 | 3;\n}',
    'let exitCode = 0;',
  ])('an exit code that is not from the table: %s', (text) => {
    const [violation, ...others] = bareExitCodes(planted('cli/planted.ts', text));
    expect(others).toEqual([]);
    expect(violation).toMatch(/^cli\/planted\.ts:[12] has a bare exit code, which belongs to cli\/exit-codes\.ts: /);
  });

  it('an export without a docstring', () => {
    const text =
      '/** It says what it is. */\nexport const said = 1;\nexport const bare = 2;\nexport function also() {}\n';
    expect(undocumented([{ path: 'cases/planted.ts', text }])).toEqual([
      'cases/planted.ts exports bare without a docstring',
      'cases/planted.ts exports also without a docstring',
    ]);
  });

  it('a cycle, of types too', () => {
    const two = [
      { path: 'cases/a.ts', text: "import { b } from './b';" },
      { path: 'cases/b.ts', text: "import type { a } from './a';" },
    ];
    expect(cycles([...files, ...two])).toEqual(['cases/a -> cases/b -> cases/a']);
  });
});
