import type { ContractSource, Direction, JsonSchema, OperationSource } from '../contract';
import type { Change, ChangeName } from './change';

/** How much a change weighs: `breaking` stops a merge, `warning` depends on who reads, `compatible` breaks nobody. */
export type DiffLevel = 'breaking' | 'warning' | 'compatible';

/** The smallest thing that goes through a change: both a rule's test and its entry in the documentation. */
export interface Example {
  /** What is shown of each side. */
  readonly before: JsonSchema | Partial<OperationSource> | Partial<ContractSource>;
  readonly after: JsonSchema | Partial<OperationSource> | Partial<ContractSource>;
  /** The two contracts. */
  readonly contracts: readonly [before: ContractSource, after: ContractSource];
}

/** What one change means on one side. */
export interface BreakingRule {
  /** As oasdiff calls it, where it has the like. */
  readonly id: string;
  /** The changes that it speaks of. Each change has one rule in each direction it can come in. */
  readonly changes: readonly ChangeName[];
  /** `contract` for what is no schema. */
  readonly direction: Direction | 'contract';
  /** Before a project sets another one. */
  readonly level: DiffLevel;
  /** What happened, as the end of a sentence that begins with the place. */
  readonly says: (change: Change) => string;
  /** Why it has its level. */
  readonly because: string;
  readonly example: Example;
}
