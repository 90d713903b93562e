import type { Case, JsonValue } from '../../contract';
import type { Answer } from '../answer';
import type { Complaint } from '../complaint';
import type { Difference } from '../faithful';
import type { ParserResponse } from '../parser';
import type { Reaction } from '../refusal';

/** What an oracle looks at: one case, and what the parser did with it. */
export interface Observation {
  readonly testCase: Case;
  /** What the body says. */
  readonly wire: () => JsonValue;
  /** Whether it was put together from what it says, so that it is known to be JSON. */
  readonly isPutTogether: boolean;
  readonly answer: Answer;
  readonly reaction: Reaction;
  /** What the parser was told, as it is now. */
  readonly response: ParserResponse;
  /** The names of the errors that count as a refusal; none where any error does. */
  readonly declared: readonly string[];
  /** How a value differs from what the body says; `undefined` where it does not. */
  readonly differences: (value: unknown) => Difference[] | undefined;
  /** Whether the parser may read what is invalid. */
  readonly mayPassInvalid: boolean;
  /** Whether the parser gives promises. */
  readonly isAsync: boolean;
  /** Whether complaints say how the whole value differs. */
  readonly explain: boolean;
}

/** One question that is asked about every case. */
export type Oracle = (observation: Observation) => readonly Complaint[];

/** Nothing to complain about: one array for all, since this is what nearly every case comes to. */
export const NOTHING: readonly Complaint[] = [];
