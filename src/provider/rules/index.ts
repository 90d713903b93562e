import { identityStays } from './identity-stays';
import { localTime } from './local-time';
import type { MeaningRule } from './meaning-rule';
import { orderOfTimes } from './order-of-times';
import { sameTwice } from './same-twice';
import { timeMoves } from './time-moves';
import { untouchedStays } from './untouched-stays';
import { versionChanges } from './version-changes';
import { writtenComesBack } from './written-comes-back';

/** What an update must mean, in the order in which it is told. */
export const MEANING_RULES: readonly MeaningRule[] = [
  writtenComesBack,
  untouchedStays,
  identityStays,
  versionChanges,
  orderOfTimes,
  timeMoves,
  localTime,
  sameTwice,
];
