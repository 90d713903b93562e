import type { Complaint } from '../complaint';
import type { EndingRule } from '../endings';
import type { Examination, Job } from '../examination';

/** A place in which a parser is run. What the parser does there ends neither the run nor the other cases. */
export interface Chamber {
  /** Examines cases, and gives what is to be said about each, in their order. */
  examine(jobs: readonly Job[]): Promise<readonly Examination[]>;
  /** How often the parser was called so far. */
  readonly calls: number;
  /** How many batches are to wait there, so that it is never idle. */
  readonly ahead: number;
  close(): Promise<void>;
}

/** A running isolate: it may die of a case. */
export interface Cell {
  /** @throws Casualty where it dies of one of the cases, Interrupted where it dies of another batch. */
  run(jobs: readonly Job[]): Promise<readonly Examination[]>;
  readonly calls: number;
  end(): Promise<void>;
}

/** An isolate that was lost to a case. */
export class Casualty extends Error {
  override readonly name = 'Casualty';

  constructor(
    readonly rule: EndingRule,
    message: string,
    /** Which case of the batch it was, where that is known. */
    readonly index?: number,
  ) {
    super(message);
  }

  /** What is said about the case. */
  get complaint(): Complaint {
    const { rule, message } = this;
    return { rule, pointer: undefined, message, expected: 'a value or a refusal', actual: message };
  }
}

/** A parser that has died too often to be shown any more. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';

  constructor(
    message: string,
    /** What is to be said about the first cases of the batch, as far as it came. */
    readonly found: readonly Examination[],
  ) {
    super(message);
  }
}

/** A batch that was lost because the isolate died of another one. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
