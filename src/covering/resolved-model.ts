/** A level of a resolved model. `class` is the index among the factor's classes. */
export interface ResolvedLevel {
  readonly name: string;
  readonly class: number;
  readonly invalid: boolean;
}

/** A factor with its levels, and the names of their classes in the order in which they are met. */
export interface ResolvedFactor {
  readonly name: string;
  readonly levels: readonly ResolvedLevel[];
  readonly classes: readonly string[];
}

/** A factor's index with the indexes of its levels, ascending. */
export interface Term {
  readonly factor: number;
  readonly levels: readonly number[];
}

/** What is to be covered: all tuples of `strength` of these factors, by their indexes. */
export interface ResolvedGoal {
  readonly factors: readonly number[];
  readonly strength: number;
  readonly on: 'level' | 'class';
}

/** Factors that are one unit, by their indexes, ascending. */
export interface ResolvedSubModel {
  readonly factors: readonly number[];
  readonly strength: number;
  /** In combinations of how many of its factors an invalid level is covered. */
  readonly negativeStrength: number;
}

/** A model with every name replaced by an index, every default filled in, and nothing left to check. */
export interface ResolvedModel {
  readonly factors: readonly ResolvedFactor[];
  /** Each with distinct factors, ascending, and no empty set of levels. */
  readonly forbidden: readonly (readonly Term[])[];
  readonly goals: readonly ResolvedGoal[];
  /** None where there are none. With them, there is one goal, over all factors: its strength counts units. */
  readonly subModels: readonly ResolvedSubModel[];
  /** What invalid levels are combined with: each is covered in the sets of factors of these goals that it is in. */
  readonly negativeGoals: readonly ResolvedGoal[];
  /** Each as long as there are factors. */
  readonly keep: readonly (readonly number[])[];
}
