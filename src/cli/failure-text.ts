import { ContractError } from '../contract';
import { CoveringError } from '../covering';
import { Failure, oneLine } from '../result';
import type { Context } from './context';
import { EXIT_CODES } from './exit-codes';

/** What the program says of an error, and the exit code. A stack trace only with `--verbose`. */
export function reportFailure(error: unknown, context: Pick<Context, 'err' | 'colors' | 'options'>): number {
  const { bold, red, dim } = context.colors;
  const { message, next, exitCode } = described(error);
  context.err(`${red(bold('error'))} ${oneLine(message)}\n`);
  if (next !== undefined) context.err(`      ${oneLine(next)}\n`);
  const thrown = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (context.options.verbose && thrown instanceof Error) context.err(`${dim(thrown.stack ?? '')}\n`);
  return exitCode;
}

/** What can be said of any error: a sentence, what to do, and the exit code. */
export function described(error: unknown): { message: string; next: string | undefined; exitCode: number } {
  if (error instanceof Failure) return { message: error.message, next: error.next, exitCode: EXIT_CODES[error.kind] };
  if (error instanceof ContractError || error instanceof CoveringError) {
    const isSaid = error.where === undefined || error.message.includes(error.where);
    const message = isSaid ? error.message : `${error.message} (at ${error.where})`;
    return { message, next: error.next, exitCode: EXIT_CODES.usage };
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const next = 'This is a defect of pactcheck: run again with --verbose and report what it prints.';
  return { message, next, exitCode: EXIT_CODES.environment };
}
