import { ownMember } from '../../contract';
import type { MeaningRule } from './meaning-rule';
import { freeMembers, isSame, membersOf } from './members';

/** The same update sent twice leaves what one leaves (RFC 9110, section 9.2.2: PUT is idempotent). */
export const sameTwice: MeaningRule = {
  id: 'same-twice',
  description:
    'The same request sent twice is answered with the same resource, beside what the service sets by itself.',
  level: 'error',
  check: (seen) => {
    const { repeated } = seen;
    if (repeated === undefined) return [];
    const free = freeMembers(seen);
    return membersOf(seen)
      .filter(({ pointer }) => !free.has(pointer))
      .map((member) => ({ member, again: ownMember(repeated, member.property.name) }))
      .filter(({ member, again }) => !isSame(member, seen, member.response, again))
      .map(({ member, again }) => ({
        pointer: member.pointer,
        message: 'is another one when the same request is sent again',
        expected: member.response,
        actual: again,
      }));
  },
};
