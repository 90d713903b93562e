/** One value that a factor can take. */
export interface Level {
  readonly name: string;
  /** The coarse class that it belongs to, for goals on classes. A level without one is a class of its own. */
  readonly class?: string;
  /** Whether it is an invalid value: it is then covered in rows of its own, with valid levels everywhere else. */
  readonly invalid?: boolean;
  /** The texts that rows show for it, in turn; its name where none is given. */
  readonly texts?: readonly string[];
  /** How often it is taken, beside the other levels, where nothing is lost by it. 1 where it is not given. */
  readonly weight?: number;
}

/** Something that varies, with the levels that it takes. A text stands for a level of that name. */
export interface Factor {
  readonly name: string;
  readonly levels: readonly (string | Level)[];
  /** Whether it is what a row should give, and no input: rows show it where constraints determine it. */
  readonly result?: boolean;
}

/** A factor or a level: its name, or its index from 0. */
export type Reference = number | string;

/** What no row may hold: every one of these factors at one of the levels that stand beside it. */
export type Forbidden = readonly (readonly [factor: Reference, levels: readonly Reference[]])[];

/** What must be covered: every combination of the levels, or of the classes, of any `strength` of these factors. */
export interface Goal {
  /** All of them where it is not given. */
  readonly factors?: readonly Reference[];
  readonly strength: number;
  /** `level` where it is not given. */
  readonly on?: 'level' | 'class';
}

/**
 * Factors that are combined among themselves first: all combinations of the levels of `strength` of them, in as few
 * different ways to set them all as can be. Each of those ways is then combined with the rest of the model as one level
 * would be.
 */
export interface SubModel {
  readonly factors: readonly Reference[];
  readonly strength: number;
}

/** The index of a level for each factor; -1 where it is not known, or free to choose. */
export type Row = readonly number[];

/** What to make a covering array of. Plain data. */
export interface Model {
  readonly name?: string;
  readonly factors: readonly Factor[];
  readonly forbidden?: readonly Forbidden[];
  /** Their union is covered. All pairs of levels where none is given. */
  readonly goals?: readonly Goal[];
  /** With sub-models, a goal's strength counts them and the factors that are in none of them. */
  readonly subModels?: readonly SubModel[];
  /**
   * Each invalid level is covered alone, with every combination of valid levels of `negativeStrength - 1` other
   * factors; with `goals` in the combinations that the goals ask for. 1 where it is not given: each invalid level once.
   */
  readonly negativeStrength?: number | 'goals';
  /** Rows that come first in the array and stay as they are. -1 is filled in; factors at the end may be missing. */
  readonly keep?: readonly Row[];
}
