import type { MeaningRule } from './meaning-rule';
import { isSame, membersOf } from './members';

/** Members that say which resource it is never change. */
export const identityStays: MeaningRule = {
  id: 'identity-stays',
  description: 'The members that identify the resource are those of the resource that was updated.',
  level: 'error',
  check: (seen) =>
    membersOf(seen)
      .filter(({ pointer, before }) => before !== undefined && seen.update.identity.includes(pointer))
      .filter((member) => !isSame(member, seen, member.before, member.response))
      .map(({ pointer, before, response }) => ({
        pointer,
        message: 'is not that of the resource that was updated',
        expected: before,
        actual: response,
      })),
};
