import type { Case, JsonObject, JsonValue, Operation, Response } from '../../contract';
import type { Exchange } from '../exchange';
import type { Reference, TurnedOff } from '../judge';
import type { Mask } from '../mask';
import type { Buckets } from './bucket';
import type { CallFor } from './call';
import type { Performer } from './performer';

/** What an exploration needs. */
export interface ExploreOptions {
  readonly reference: Reference;
  readonly performer: Performer;
  readonly callFor: CallFor;
  /** Answers that an operation may give: what a resource may look like. */
  readonly answersOf: (operation: Operation) => Iterable<JsonObject>;
  /** Bodies that a request may have. */
  readonly updatesOf: (operation: Operation) => Iterable<JsonObject>;
  /** Whether an operation may answer with a value, and whether it may be asked with one. */
  readonly isAnswer: (operation: Operation, value: JsonValue) => boolean;
  readonly isUpdate: (operation: Operation, value: JsonValue) => boolean;
  /** Bodies that a request must not have. */
  readonly rejectsOf: (operation: Operation) => Iterable<Case>;
  /** How many updates, over all operations. */
  readonly count: number;
  readonly turnedOff: TurnedOff;
  readonly mask: Mask;
  readonly signal?: AbortSignal | undefined;
}

/** One operation that is explored. */
export interface Explored {
  readonly operation: Operation;
  readonly success: Response;
  /** How many updates. */
  readonly count: number;
}

/** What one family of calls came to. */
export interface FamilyOutcome {
  readonly name: string;
  readonly buckets: Buckets;
  readonly calls: number;
  readonly exchanges: readonly Exchange[];
  /** Why nothing could be tried, where nothing could. */
  readonly declined?: string | undefined;
}
