export { comparerOf } from './compare';
export type { Compare, Difference, DifferenceRule } from './difference';
export { ABSENT, entriesOf, hasMembers, memberOf, namesOf } from './members';
