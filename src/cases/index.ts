export { type Constraint, type Covering, type CoveringOfOptions, coveringOf } from './covering-of';
export type { Carries, Exclusion } from './factors/factor';
export { type CaseOptions, generateCases, MODES, type Mode, mainResponse } from './generate';
export type { KeptRows } from './kept-rows';
