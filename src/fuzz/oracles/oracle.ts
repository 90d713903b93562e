import type { Case } from '../../contract';
import type { Answer } from '../answer';
import type { Complaint } from '../complaint';
import type { Compare } from '../faithful';
import type { Reaction } from '../refusal';

/** What an oracle looks at: one case, and what the parser did with it. */
export interface Observation {
  readonly testCase: Case;
  readonly answer: Answer;
  readonly reaction: Reaction;
  /** The names of the errors that count as a refusal; none where any error does. */
  readonly declared: readonly string[];
  readonly compare: Compare;
}

/** One question that is asked about every case. */
export type Oracle = (observation: Observation) => readonly Complaint[];

/** Nothing to complain about: one array for all, since this is what nearly every case comes to. */
export const NOTHING: readonly Complaint[] = [];
