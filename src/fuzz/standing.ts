import type { CoverageFigure, Finding } from '../result';
import type { CampaignState } from './campaign';

/** Where a run stands, as plain data: from here it can go on later, as if it had never stopped. */
export interface Checkpoint {
  /** How many cases of the plan were run. */
  readonly taken: number;
  readonly campaign: CampaignState;
}

/** How far a run is. Times are milliseconds. */
export interface Standing {
  readonly elapsed: number;
  /** How often the parser was called. */
  readonly calls: number;
  readonly cases: number;
  readonly classes: CoverageFigure;
  /** Since the last new finding; since the beginning where there is none. */
  readonly sinceNew: number;
  /** What was found so far. */
  readonly findings: readonly Finding[];
  /** From where the run can go on. */
  readonly checkpoint: () => Checkpoint;
}
