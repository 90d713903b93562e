export { GrowthExaminer } from './examine-growth';
export { fullestOf } from './fullest';
export { type Growth, growthsOf } from './growths';
export { type Stopwatch, stopwatchFor } from './stopwatch';
