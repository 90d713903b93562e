import Module from 'node:module';
import { relative, resolve } from 'node:path';
import { Failure } from '../../../result';

/** Where instrumented code counts, by file, as istanbul has it. */
const VARIABLE = '__pactcheck_cover__';

/** All syntax that TypeScript has by now: code is counted as it was written, before its types are taken off. */
const SYNTAX = [
  'typescript',
  'importMeta',
  'topLevelAwait',
  'decorators-legacy',
  'explicitResourceManagement',
] as const;

interface Place {
  readonly start: { readonly line?: number; readonly column?: number };
}

/** What istanbul knows of a file: its branches and functions, and how often each was reached. */
export interface FileCounts {
  readonly path: string;
  readonly branchMap: Readonly<
    Record<string, { readonly type: string; readonly loc: Place; readonly locations: readonly Place[] }>
  >;
  readonly fnMap: Readonly<Record<string, { readonly name: string; readonly decl: Place }>>;
  readonly s: Readonly<Record<string, number>>;
  readonly f: Readonly<Record<string, number>>;
  readonly b: Readonly<Record<string, readonly number[]>>;
}

/** As far as it is used; it comes without types. */
interface Instrumentation {
  readonly createInstrumenter: (options: Readonly<Record<string, unknown>>) => {
    readonly instrumentSync: (source: string, file: string) => string;
  };
}

/** Where pactcheck itself lies, built and as it was written: a parser that uses it is not measured by it. */
const PACTCHECK = ['dist', 'src'].map((folder) => resolve(__dirname, '../../../..', folder));

const isWithin = (file: string, folder: string): boolean => !relative(folder, file).startsWith('..');

/** Whether a file is a project's own; what others wrote stays as it is. */
const isOwn = (file: string, cwd: string): boolean =>
  isWithin(file, cwd) &&
  !/(?:^|[\\/])node_modules[\\/]/.test(relative(cwd, file)) &&
  !file.endsWith('.json') &&
  !PACTCHECK.some((folder) => isWithin(file, folder));

/** Puts counters into the code of a project's own files. */
function counting(cwd: string): (source: string, file: string) => string {
  const { createInstrumenter } = require('istanbul-lib-instrument') as Instrumentation;
  const instrumenter = createInstrumenter({
    esModules: true,
    compact: false,
    coverageVariable: VARIABLE,
    parserPlugins: SYNTAX,
  });
  return (source, file) => (isOwn(file, cwd) ? instrumenter.instrumentSync(source, file) : source);
}

/** What was loaded without counters is loaded anew. */
function forgetLoaded(cwd: string): void {
  for (const file of Object.keys(require.cache)) if (isOwn(file, cwd)) Reflect.deleteProperty(require.cache, file);
}

type Compile = (this: Module, code: string, file: string) => unknown;

/** Counts in what Node itself loads while something is done. */
function whileCounting<T>(count: ReturnType<typeof counting>, load: () => T): T {
  const prototype = Module.prototype as unknown as { _compile: Compile };
  const { _compile: plain } = prototype;
  prototype._compile = function (code, file) {
    return plain.call(this, count(code, file), file);
  };
  try {
    return load();
  } finally {
    prototype._compile = plain;
  }
}

/**
 * Loads an export whose code counts what is reached of it.
 * @throws Failure (usage) where it cannot be loaded so.
 */
export function loadCounted(reference: string, cwd: string): unknown {
  const [path = '', name = 'default'] = reference.split('#');
  const { createJiti } = require('jiti') as typeof import('jiti');
  const options = { interopDefault: false, moduleCache: false, fsCache: false };
  const count = counting(cwd);
  forgetLoaded(cwd);
  const plain = createJiti(__filename, options);
  const counted = createJiti(__filename, {
    ...options,
    transform: (given) => ({
      code: plain.transform({ ...given, source: count(given.source, given.filename ?? path) }),
    }),
  });
  try {
    const loaded = whileCounting(count, () => counted(resolve(cwd, path)) as Readonly<Record<string, unknown>>);
    return loaded[name];
  } catch (error) {
    const next = 'Run without --cover; files with a top-level await cannot be counted.';
    throw new Failure('usage', `${path} cannot be loaded with counters: ${(error as Error).message}`, next);
  }
}

/** What was counted so far, by file. */
export const countedFiles = (): FileCounts[] =>
  Object.values((globalThis as unknown as Record<string, Record<string, FileCounts>>)[VARIABLE] ?? {});

/** Begins to count anew: what ran at loading stays counted, since it is reached by every program. */
export function forgetCounts(): void {
  Reflect.deleteProperty(globalThis, VARIABLE);
}
