import type { FailureKind, Run } from '../../result';

/** One thing that the gate checks: another command, with its words. */
export interface Part {
  /** Short and unique: `pacts`, `diff user-update-resp`. */
  readonly name: string;
  readonly words: readonly string[];
  /** The words as they may be printed, where the words hold secrets. */
  readonly shown?: readonly string[];
  /** Files and folders of the project that it depends on; `''` and `.` are all of it. */
  readonly dependsOn: readonly string[];
  /** It takes something to a broker: what earlier parts found, or the pacts where all of them passed. */
  readonly publishes?: 'results' | 'pacts';
  /** What to do where something is found, as a sentence; none where the findings themselves say it. */
  readonly advice?: string;
}

/** A part that was left out, and why. */
export interface LeftOut {
  readonly name: string;
  readonly reason: string;
  /** Left out since the change does not touch it: a pass, where all parts are. */
  readonly isUntouched?: true;
}

/** Whether a part of the gate is left out, with the reason. */
export const isLeftOut = (part: Part | LeftOut): part is LeftOut => 'reason' in part;

/** What a part came to: it passed, found something, or could not be done. */
export type End = 'passed' | 'findings' | FailureKind;

/** What a part came to, and what it would have reported as a command of its own. */
export interface PartOutcome {
  readonly end: End;
  /** What it would have reported. */
  readonly run: Run | undefined;
  /** What it printed to stdout. */
  readonly output: string;
  /** Why it could not do its work. */
  readonly failure: { readonly message: string; readonly next: string | undefined } | undefined;
}
