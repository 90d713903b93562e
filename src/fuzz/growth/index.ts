export { GrowthExaminer } from './examine-growth';
export { type Growth, growthsOf } from './growths';
export { type Stopwatch, stopwatchFor } from './stopwatch';
