import { Failure, systemFailure } from '../../result';
import { foreignFrame } from './foreign-frame';

/** Why a command's thread ended before the command was done. */
export type End =
  | { readonly kind: 'never settles' }
  | { readonly kind: 'exit'; readonly code: number; readonly by: string | undefined }
  | { readonly kind: 'error'; readonly error: Error & { readonly code?: string } };

const neverSettles = (): Failure =>
  new Failure(
    'environment',
    'the run waits for something that never comes: a promise that does not settle',
    'Look for it in the contract, the configuration, the state handlers and the parser: a callback that is never called.',
  );

const outOfMemory = (): Failure =>
  new Failure(
    'environment',
    'the run needed more memory than Node has',
    'Give it more, in megabytes: NODE_OPTIONS=--max-old-space-size=8192.',
  );

const placed = (by: string | undefined): string => (by === undefined ? '' : `, at ${by}`);

const exitCalled = (code: number, by: string | undefined): Failure =>
  new Failure(
    'environment',
    `process.exit(${code}) was called before the run was complete${placed(by)}`,
    'Throw an error there instead; of a parser, leave out --isolate none.',
  );

function uncaught(error: Error): Failure {
  const by = foreignFrame(error.stack);
  const failure = new Failure(
    'environment',
    `an error that nobody caught ended the run: ${error.name}: ${error.message}${placed(by)}`,
    by === undefined
      ? 'Run again with --verbose to see where it comes from.'
      : 'It was thrown later by something that was called and not waited for: wait for it there.',
  );
  failure.cause = error;
  return failure;
}

/** What the system refused to us; what it refused to somebody's code is theirs to name. */
const ownSystemFailure = (error: Error): Failure | undefined =>
  foreignFrame(error.stack) === undefined ? systemFailure(error) : undefined;

/** Returns an end as a failure with its name, the place in somebody's code, and what to do. */
export function failureOf(end: End): Failure {
  if (end.kind === 'exit') return exitCalled(end.code, end.by);
  if (end.kind === 'never settles') return neverSettles();
  return end.error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? outOfMemory()
    : (ownSystemFailure(end.error) ?? uncaught(end.error));
}
