import { resolve } from 'node:path';
import { version } from '../../package.json';
import { appendTo, writeWhole } from '../app/files/write-whole';
import { REPORTERS, type ReporterOptions } from '../reporters';
import { Failure, nextAfter, type Run } from '../result';
import type { Context, Told } from './context';
import { exitCodeOf } from './exit-code-of';

/** Where a reporter's text goes: stdout, or a file. */
interface Destination {
  readonly name: string;
  readonly path: string | undefined;
}

function destinations(options: Context['options']): Destination[] {
  const asked = options.reporter.map((word) => {
    const [name = '', ...path] = word.split('=');
    return { name, path: path.length > 0 ? path.join('=') : undefined };
  });
  const onStdout = asked.some(({ path }) => path === undefined);
  if (options.json) return [...asked.filter(({ path }) => path !== undefined), { name: 'json', path: undefined }];
  return onStdout ? asked : [...asked, { name: 'text', path: undefined }];
}

/** @throws Failure (usage) for a reporter that does not exist: before any work is done. */
export function checkReporters(options: Context['options']): void {
  for (const { name } of destinations(options)) {
    if (!REPORTERS.has(name))
      throw new Failure(
        'usage',
        `there is no reporter ${name}`,
        nextAfter(name, [...REPORTERS.keys()], `There are ${[...REPORTERS.keys()].join(', ')}.`),
      );
  }
}

/** Reports that people read on a terminal; all others are formats of their own, which say themselves how text is written. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(['text', 'agent', 'markdown', 'changelog']);

type Stage = Pick<Context, 'cwd' | 'env' | 'out' | 'raw' | 'colors' | 'options' | 'signal'>;

/** Finds the line to blame: in the parser's file its export, elsewhere the member that a finding points to. */
function locator(cwd: string): NonNullable<ReporterOptions['locate']> {
  const { linesIn } = require('../app/report/line-of') as typeof import('../app/report/line-of');
  const lines = linesIn(cwd);
  return (file, { pointer }, { details }) => lines(file, { pointer, export: details?.['export'] });
}

/** Reports a run by every reporter asked for, by text where none takes stdout, and gives the exit code. */
export async function finish(finished: Run, context: Stage, told?: Told): Promise<number> {
  const { cwd, env, options } = context;
  const run: Run = context.signal.aborted ? { ...finished, interrupted: true } : finished;
  const all = destinations(options);
  const locate = locator(cwd);
  const runFile = all.find(({ name, path }) => name === 'json' && path !== undefined)?.path;
  for (const { name, path } of all) {
    const onStdout = path === undefined ? { palette: context.colors, ...told } : {};
    const reporter = REPORTERS.get(name);
    const text =
      reporter?.render(run, {
        ...onStdout,
        quiet: options.quiet,
        version,
        locate,
        ...(runFile === undefined ? {} : { runFile }),
      }) ?? '';
    if (path === undefined) (FOR_PEOPLE.has(name) ? context.out : context.raw)(text);
    else writeWhole(resolve(cwd, path), text);
    for (const addition of reporter?.additions?.(run, env) ?? []) appendTo(resolve(cwd, addition.path), addition.text);
  }
  return exitCodeOf(run);
}
