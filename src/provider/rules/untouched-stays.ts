import { isJsonObject, type JsonValue } from '../../contract';
import type { MeaningRule } from './meaning-rule';
import { freeMembers, isSame, type Member, membersOf } from './members';

/** A list or map with nothing in it says as much as none at all. */
const isEmpty = (value: JsonValue | undefined): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (isJsonObject(value) && Object.keys(value).length === 0);

const told = ({ pointer, before, response }: Member) => {
  if (response === undefined)
    return {
      pointer,
      message: 'was there before, is not in the request, and is gone',
      expected: before,
      actual: response,
    };
  const message =
    before === undefined
      ? 'was not there before and is not in the request'
      : 'changed, although it is not in the request';
  return { pointer, message, expected: before, actual: response };
};

/** What the state set up and the update did not touch comes back as it was. */
export const untouchedStays: MeaningRule = {
  id: 'untouched-stays',
  description: 'What an update did not write is as it was before; what was absent is absent.',
  level: 'error',
  check: (seen) => {
    if (seen.before === undefined) return [];
    const free = freeMembers(seen);
    return membersOf(seen)
      .filter(({ pointer, request }) => request === undefined && !free.has(pointer))
      .filter(({ pointer }) => !seen.update.identity.includes(pointer))
      .filter((member) => !(isEmpty(member.before) && isEmpty(member.response)))
      .filter((member) => !isSame(member, seen, member.before, member.response))
      .map(told);
  },
};
