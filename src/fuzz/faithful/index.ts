export { comparerOf } from './compare';
export type { Compare, Difference, DifferenceRule } from './difference';
