import type { Standing } from '../../fuzz';
import type { End, Failure, Finding, Result, Run } from '../../result';

/** One thing that the gate checks, as a command of its own does. */
export interface Part {
  /** Short and unique: `pacts`, `diff user-update-resp`. */
  readonly name: string;
  /** The words of that command: they are printed, so that no secret is among them. */
  readonly words: readonly string[];
  /** Files and folders of the project that it depends on; `''` and `.` are all of it. */
  readonly dependsOn: readonly string[];
  /** What to do where something is found, as a sentence; none where the findings themselves say it. */
  readonly advice?: string;
  /**
   * Does it, or says why it is left out after all.
   * @throws whatever the use case throws.
   */
  readonly perform: (around: Surroundings) => Promise<Done | LeftOut>;
}

/** What a part did. */
export interface Done {
  readonly run?: Run;
  /** It passes although its run has no result. */
  readonly isEnough?: boolean;
  /** What a broker took, a line each. */
  readonly told?: readonly string[];
  /** What it could not do, beside what it did. */
  readonly failure?: Failure | undefined;
}

/** A part that was left out, and why. */
export interface LeftOut {
  readonly name: string;
  readonly reason: string;
  /** Left out since the change does not touch it: a pass, where all parts are. */
  readonly isUntouched?: true;
}

/** Whether a part of the gate is left out, with the reason. */
export const isLeftOut = (part: object): part is LeftOut => 'reason' in part;

/** What a part came to. */
export interface PartOutcome {
  readonly end: End;
  /** What the command would have reported. */
  readonly run: Run | undefined;
  readonly told: readonly string[];
  /** Why it could not do its work. */
  readonly failure: Pick<Failure, 'message' | 'next'> | undefined;
}

/** A part with what it came to, or why it was left out. */
export type PartResult = { readonly part: Part; readonly outcome: PartOutcome } | LeftOut;

/** Hears how far a part is that takes long. */
export interface Watch {
  readonly onVerified?: ((result: Result, total: number) => void) | undefined;
  readonly onFuzzed?: ((standing: Standing, isKnown: (finding: Finding) => boolean) => void) | undefined;
}

/** Where a part is done, and what was done before it. */
export interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly watch: Watch;
  readonly before: readonly PartResult[];
}
