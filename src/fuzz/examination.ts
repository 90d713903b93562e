import type { Case } from '../contract';
import type { Complaint } from './complaint';

/** What comes of one case: complaints, none where all is well. */
export type Examination = readonly Complaint[];

/** A case to examine: its number in the plan, or the case itself. */
export type Job = number | SingleCase;

/** A case that is examined on its own. */
export interface SingleCase {
  readonly testCase: Case;
  /** In every way that there is. */
  readonly thorough: boolean;
  /** Complaints say how the whole value differs, too: that takes long. */
  readonly explain?: boolean;
  /** What escapes long after the answer is waited for. */
  readonly isPatient?: boolean;
}
