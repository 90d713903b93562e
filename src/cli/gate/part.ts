/** One thing that the gate checks: another command, with its words. */
export interface Part {
  /** Short and unique: `pacts`, `diff user-update-resp`. */
  readonly name: string;
  readonly words: readonly string[];
  /** The words as they may be printed, where the words hold secrets. */
  readonly shown?: readonly string[];
  /** Files and folders of the project that it depends on. */
  readonly dependsOn: readonly string[];
}

/** A part that was left out, and why. */
export interface LeftOut {
  readonly name: string;
  readonly reason: string;
}

export const isLeftOut = (part: Part | LeftOut): part is LeftOut => 'reason' in part;
