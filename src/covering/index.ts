export { type CoveringArray, coveringArray } from './covering-array';
export { CoveringError, TooManyCombinations } from './covering-error';
export type { CoveringOptions, CoveringProgress } from './fewest-rows';
export { Filler } from './filler';
export type { Factor, Forbidden, Goal, Level, Model, Reference, Row, SubModel } from './model';
export { Occurrences } from './occurrences';
export {
  type PictModel,
  type PictOptions,
  type PictSyntax,
  readPict,
  readPictRows,
  writePict,
  writePictRows,
} from './pict';
export { MODEL_MEMBERS, readModel } from './read-model';
export {
  type FactorLevel,
  type Suspect,
  type Suspicion,
  suspicionIn,
  suspicionText,
  type TriedRow,
} from './suspects';
export { type GoalCoverage, type Tuple, type Verification, type VerifyOptions, verifyRows } from './verify';
