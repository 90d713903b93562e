import type { ErrorFacts } from './error-facts';

/** What an oracle says against a parser about one case. */
export interface Complaint {
  /** The name of the oracle. */
  readonly rule: string;
  /** A JSON pointer into the body; `undefined` where only shrinking will tell. */
  readonly pointer: string | undefined;
  /** A sentence. */
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  /** What the body says against what was read of it, line by line; where it was asked for. */
  readonly diff?: string;
  /** The error that the parser failed with, where it did. */
  readonly error?: ErrorFacts;
}
