import type { JsonValue } from '../../../contract';
import type { Random } from '../../../random';
import type { ReceivedResponse } from '../../exchange';

/** Left out: what an operator gives in place of a value that is to be gone. */
export const GONE = Symbol('gone');

/** A value of an answer, and what is known around it. */
export interface Spot {
  readonly value: JsonValue;
  /** Whether the value is a member of an object, so that it can be left out. */
  readonly isMember: boolean;
  /** The values that the contract lists for this place; none where it lists none. */
  readonly listed: readonly JsonValue[];
  readonly random: Random;
}

/** What all rows have: a name, what is done, whose operator it is, and an example. */
interface Row {
  readonly id: string;
  /** What it does, as a sentence has it after "with". */
  readonly does: string;
  /** The publication that has this operator, by the name that it has there. */
  readonly follows: string;
}

/** Changes one value of a body. */
export interface ValueOperator extends Row {
  readonly on: 'value';
  /** The changed value; `undefined` where the operator does not apply. */
  readonly apply: (spot: Spot) => JsonValue | typeof GONE | undefined;
  /** JSON before and after; `listed` where it takes values that the contract lists. */
  readonly example: {
    readonly before: JsonValue;
    readonly after: JsonValue | typeof GONE;
    readonly listed?: readonly JsonValue[];
  };
}

/** Changes what is around the body: status or headers. */
export interface AnswerOperator extends Row {
  readonly on: 'answer';
  /** The place that is changed: `status`, or `header content-type`. */
  readonly place: string;
  readonly apply: (answer: ReceivedResponse, random: Random) => ReceivedResponse | undefined;
  /** Status and headers before and after. */
  readonly example: {
    readonly before: Pick<ReceivedResponse, 'status' | 'headers'>;
    readonly after: Pick<ReceivedResponse, 'status' | 'headers'>;
  };
}

/** A row of the table of operators. */
export type Operator = ValueOperator | AnswerOperator;
