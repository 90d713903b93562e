export { type CoveringArray, type CoveringOptions, coveringArray } from './covering-array';
export { CoveringError, TooManyCombinations } from './covering-error';
export { Filler } from './filler';
export type { Factor, Forbidden, Goal, Level, Model, Reference, Row } from './model';
export { Occurrences } from './occurrences';
export { readPict, readPictRows, writePict, writePictRows } from './pict';
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
