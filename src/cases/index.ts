export { arbitraryOf, drawsOf, textOf } from './compiled';
export { type Addition, additionsFor } from './coverage/additions';
export type { AnswerMeter, MeterOptions } from './coverage/answer-meter';
export type { Combination } from './coverage/combinations';
export { CoverageMeter, type MeteredAnswer } from './coverage/coverage-meter';
export { type Constraint, type Covering, type CoveringOfOptions, coveringOf } from './covering-of';
export type { Carries, Exclusion } from './factors/factor';
export { type CaseOptions, generateCases, MODES, type Mode, mainResponse } from './generate';
export type { KeptRows } from './kept-rows';
