/** Why a command could not do its work, as opposed to what it found. */
export type FailureKind = 'usage' | 'environment' | 'nothing tested';

/** An error for the person at the command line: what was wrong, where, and what to do next. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly kind: FailureKind,
    message: string,
    /** What to do, as a sentence. */
    readonly next?: string,
  ) {
    super(message);
  }
}
