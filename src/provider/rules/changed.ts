import type { SeenUpdate } from './meaning-rule';
import { isSame, membersOf } from './members';

/** Whether an update wrote another value than was there. Of a member that is not always shown nobody knows. */
export const changedSomething = (seen: SeenUpdate): boolean =>
  membersOf(seen)
    .filter(({ pointer, request }) => request !== undefined && !seen.update.shownSometimes.includes(pointer))
    .some((member) => !isSame(member, seen, member.before, member.request));
