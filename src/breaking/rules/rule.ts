import type { Direction } from '../../contract';
import type { Change, ChangeName } from './change';
import type { Effect } from './effect';
import type { DiffLevel, Example } from './row';

/** What one change means on one side. */
export interface BreakingRule {
  /** As oasdiff calls it, where it has the like. */
  readonly id: string;
  /** The changes that it speaks of. Each change has one rule in each direction it can come in. */
  readonly changes: readonly ChangeName[];
  /** `contract` for what is no schema. */
  readonly direction: Direction | 'contract';
  /** Those it is about: senders of requests, or readers of answers. */
  readonly of: Direction;
  /** Of each of its changes. */
  readonly effects: readonly Effect[];
  /** Before a project sets another one. */
  readonly level: DiffLevel;
  /** Why its level does not follow from its effects; absent where it does. */
  readonly policy?: string;
  /** What happened, as the end of a sentence that begins with the place. */
  readonly says: (change: Change) => string;
  /** Why it has its level. */
  readonly because: string;
  /** The way to make this change without breaking anyone, where there is one. */
  readonly instead?: string;
  readonly example: Example;
}
