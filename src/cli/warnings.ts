import type { Tell } from '../app/document-warnings';
import { oneLine } from '../result';
import type { Context } from './context';

/** Shows a person each warning on a line of its own. */
export const warner =
  ({ colors }: Pick<Context, 'colors'>, write: (text: string) => void, indent = ''): Tell =>
  (warning) =>
    write(`${indent}${colors.yellow('warning')} ${oneLine(warning)}\n`);

/** Shows on stderr that another run is waited for. */
export const waiter =
  (context: Context) =>
  (sentence: string): void =>
    context.err(`${oneLine(sentence)}\n`);

/** Shows warnings on stderr; nobody hears them where quiet is asked for. */
export const tellerOf = (context: Context): Tell | undefined =>
  context.options.quiet ? undefined : warner(context, context.err);
