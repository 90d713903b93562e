import { failureOf } from '../app/failure-of';
import { oneLine } from '../result';
import type { Context } from './context';
import { EXIT_CODES } from './exit-codes';

/** What the program says of an error, and the exit code. A stack trace only with `--verbose`. */
export function reportFailure(error: unknown, context: Pick<Context, 'err' | 'colors' | 'options'>): number {
  const { bold, red, dim } = context.colors;
  const { message, next, kind } = failureOf(error);
  context.err(`${red(bold('error'))} ${oneLine(message)}\n`);
  if (next !== undefined) context.err(`      ${oneLine(next)}\n`);
  const thrown = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (context.options.verbose && thrown instanceof Error) context.err(`${dim(thrown.stack ?? '')}\n`);
  return EXIT_CODES[kind];
}
