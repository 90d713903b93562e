export { GrowthExaminer } from './examine-growth';
export { type Growth, growthsOf } from './growths';
export { PROCESSOR_TIME, type Stopwatch, WALL_TIME } from './stopwatch';
