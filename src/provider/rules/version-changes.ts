import { equalJson } from '../../contract';
import type { MeaningRule } from './meaning-rule';
import { isSame, memberOf, membersOf } from './members';

/** An update that changed something gives the resource another version. */
export const versionChanges: MeaningRule = {
  id: 'version-changes',
  description: 'The version (an etag) is another one after an update that changed something.',
  level: 'error',
  check: (seen) => {
    const { update, before, response } = seen;
    if (update.version === undefined || before === undefined) return [];
    // Of a member that is not always shown nobody knows what it was before.
    const changed = membersOf(seen)
      .filter(({ pointer, request }) => request !== undefined && !update.shownSometimes.includes(pointer))
      .some((member) => !isSame(member, seen, member.before, member.request));
    const name = update.version.slice(1);
    const [earlier, later] = [memberOf(before, name), memberOf(response, name)];
    if (!changed || earlier === undefined || later === undefined || !equalJson(earlier, later)) return [];
    const message = 'is the same as before, although the update changed something';
    return [{ pointer: update.version, message, expected: undefined, actual: later }];
  },
};
