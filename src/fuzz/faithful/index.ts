export { compareAny } from './any';
export { comparerOf } from './compare';
export type { Comparer } from './comparer';
export { type Compare, type Difference, type DifferenceRule, differs } from './difference';
export { millisecondsOf } from './instant';
export { ABSENT, entriesOf, hasMembers, memberOf, namesOf } from './members';
export { numberOf } from './numbers';
export { type AgreesIn, isHolder, type ObjectComparer } from './objects';
