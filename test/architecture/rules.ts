import { isBuiltin } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { STRING_FORMATS } from '../../src/contract';

/** A source file, its path relative to `src/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

interface Import {
  readonly from: string;
  /** A path relative to `src/` without its ending, or a package. */
  readonly target: string;
  readonly isPackage: boolean;
}

/** Which ring a module belongs to. A module imports only from a ring further in; the seeded generator is in all of them. */
export const RINGS: Readonly<Record<string, number>> = {
  random: -1,
  contract: 0,
  result: 0,
  covering: 0,
  cleanup: 0,
  proxies: 0.5,
  importers: 1,
  cases: 1,
  validator: 1,
  pact: 1,
  provider: 1,
  broker: 1,
  service: 1,
  fuzz: 1,
  breaking: 1,
  reporters: 1,
  observe: 1,
  app: 2,
  cli: 3,
  doors: 3,
};

/** The heavy libraries, and the modules that may load them. Types alone cost nothing and may go anywhere. */
export const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'fast-check': ['cases', 'fuzz', 'provider'],
  '@pact-foundation/pact': ['pact', 'provider'],
  '@pact-foundation/pact-core': ['pact', 'provider'],
  '@pact-foundation/pact-cli': ['broker'],
  '@eslint-community/regexpp': ['cases'],
  ajv: ['validator', 'app'],
  'ajv-formats': ['validator'],
  fastify: ['service'],
  xmlbuilder2: ['reporters'],
  commander: ['cli'],
  picocolors: ['cli'],
  child_process: ['fuzz', 'provider', 'broker', 'app', 'cli'],
  worker_threads: ['fuzz', 'provider', 'cli'],
};

const moduleOf = (path: string): string => path.split('/')[0] as string;

function importsOf(file: SourceFile): Import[] {
  const { importedFiles } = ts.preProcessFile(file.text, true, true);
  return importedFiles.map(({ fileName }) => {
    const isPackage = !fileName.startsWith('.');
    const target = isPackage ? fileName.replace(/^node:/, '') : normalize(join(dirname(file.path), fileName));
    return { from: file.path, target, isPackage };
  });
}

const packageOf = (target: string): string =>
  target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : (target.split('/')[0] as string);

const outside = (target: string): boolean =>
  target.startsWith('..') || (!target.includes('/') && RINGS[target] === undefined);

/** Rule 1: a module imports only from an inner ring. The package's own `index.ts` and `package.json` stand outside. */
export function ringViolations(files: readonly SourceFile[]): string[] {
  return crossings(files)
    .filter(({ from, target }) => (RINGS[moduleOf(target)] ?? 9) >= (RINGS[moduleOf(from)] ?? -9))
    .map(({ from, target }) => `${from} imports ${target}: ${moduleOf(target)} is not in an inner ring`);
}

/** Modules whose files are each a door of its own: a command loads the use case that it needs, and no other. */
const OPEN: readonly string[] = ['app'];

/** Rule 2: across modules only through `index.ts`. */
export function doorViolations(files: readonly SourceFile[]): string[] {
  return crossings(files)
    .filter(({ target }) => !OPEN.includes(moduleOf(target)))
    .filter(({ target }) => target.split('/').length > 1 && !/^[^/]+\/index$/.test(target))
    .map(({ from, target }) => `${from} imports ${target}: not through ${moduleOf(target)}/index.ts`);
}

/** Imports that leave their module, within `src/`. */
const crossings = (files: readonly SourceFile[]): Import[] =>
  files
    .filter(({ path }) => path.includes('/'))
    .flatMap(importsOf)
    .filter(({ isPackage, target }) => !isPackage && !outside(target))
    .filter(({ from, target }) => moduleOf(from) !== moduleOf(target));

/** Text that `import type` and the like bring in is gone after compiling. */
const withoutTypeImports = (text: string): string => text.replace(/^(?:import|export) type [^;]*;/gms, '');

/** Rule 3: each heavy library has its owners, and ring 0 has no library at all. */
export function ownerViolations(files: readonly SourceFile[]): string[] {
  const loaded = files.flatMap(({ path, text }) => importsOf({ path, text: withoutTypeImports(text) }));
  const packages = loaded
    .filter(({ isPackage }) => isPackage)
    .map((entry) => ({ ...entry, name: packageOf(entry.target) }));
  const foreign = packages.filter(({ from, name }) => OWNERS[name]?.includes(moduleOf(from)) === false);
  const inRing0 = packages.filter(({ from, target }) => (RINGS[moduleOf(from)] ?? 1) <= 0 && !isBuiltin(target));
  return [...new Set([...foreign, ...inRing0])].map(
    ({ from, name }) =>
      `${from} loads ${name}, which belongs to ${OWNERS[name]?.join(' and ') ?? 'no module of ring 0'}`,
  );
}

/** The console and the process belong to `cli`; workers and children that are programs of their own are named. */
export function processViolations(files: readonly SourceFile[], programs: readonly string[]): string[] {
  return files
    .filter(({ path }) => !['cli', 'doors'].includes(moduleOf(path)) && !programs.includes(path))
    .filter(({ text }) => /\bconsole\.|\bprocess\.(?:stdout|stderr|exit|argv)\b/.test(withoutComments(text)))
    .map(({ path }) => `${path} uses the console or the process, which belong to cli`);
}

/** A format's meaning is asked (`meaningOf`), never its name, so that another format of the same meaning is treated alike. */
export function formatNameViolations(files: readonly SourceFile[]): string[] {
  const byName = new RegExp(`\\bformat\\)? (?:=|!)== '(?:${[...STRING_FORMATS.keys()].join('|')})'`);
  return files.filter(({ text }) => byName.test(text)).map(({ path }) => `${path} asks for a format by name`);
}

/** The name of the package: what a project that uses it imports. */
const OWN = 'pactcheck';

/**
 * Rule 5: what stands for somebody's project (`contracts/`, `examples/`, all that `init` writes) imports the package's
 * doors, never its source.
 * @param files their paths relative to the project's folder.
 * @param doors what the package exports: `.`, `./consumer`.
 */
export function outsiderViolations(files: readonly SourceFile[], doors: readonly string[]): string[] {
  const imports = files.flatMap(importsOf);
  const reaching = imports.filter(
    ({ isPackage, target }) => !isPackage && /^(?:\.\.\/)*(?:src|dist)(?:\/|$)/.test(target),
  );
  const inner = imports.filter(
    ({ isPackage, target }) => isPackage && packageOf(target) === OWN && !doors.includes(target.replace(OWN, '.')),
  );
  return [
    ...reaching.map(({ from, target }) => `${from} imports ${target}: not a door of the package`),
    ...inner.map(({ from, target }) => `${from} imports ${target}: there is no such door`),
  ];
}

/** Use cases give a run: exit codes, signals and streams are the command line's. The working folder and the environment are where options begin; what machine it is, is a fact. */
export function useCaseViolations(files: readonly SourceFile[], programs: readonly string[]): string[] {
  const ofTheProcess =
    /\bconsole\.|\bprocess\.(?!cwd\b|env\b|execPath\b|pid\b|getuid\b|versions\b|platform\b|arch\b)|\bexitCode|\bEXIT_CODES\b/;
  return files
    .filter(({ path }) => moduleOf(path) === 'app' && !programs.includes(path))
    .filter(({ text }) => ofTheProcess.test(withoutComments(text)))
    .map(({ path }) => `${path} knows of the process or its exit code, which belong to cli`);
}

const withoutComments = (text: string): string => text.replace(/\/\*.*?\*\/|^\s*\/\/[^\n]*$/gms, '');

/** What plants mistakes in a module is used by its door alone: what is run for users knows nothing of it. */
export function sabotageViolations(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !path.includes('/audit/') && !path.endsWith('/index.ts'))
    .flatMap(importsOf)
    .filter(({ isPackage, target }) => !isPackage && target.includes('/audit/'))
    .map(({ from, target }) => `${from} imports its own sabotage, ${target}`);
}

/** Import cycles, as `a -> b -> a`. */
export function cycles(files: readonly SourceFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path.replace(/\.ts$/, '')));
  const resolve = (target: string): string => (paths.has(target) ? target : `${target}/index`);
  const edges = new Map(
    files.map((file) => [
      file.path.replace(/\.ts$/, ''),
      importsOf(file)
        .filter(({ isPackage }) => !isPackage)
        .map(({ target }) => resolve(target)),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' -> '));
    if (done.has(path) || way.includes(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return found;
}
