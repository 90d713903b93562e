import { equalJson, ownMember } from '../../contract';
import { changedSomething } from './changed';
import type { MeaningRule } from './meaning-rule';

/** An update that changed something gives the resource another version. */
export const versionChanges: MeaningRule = {
  id: 'version-changes',
  description: 'The version (an etag) is another one after an update that changed something.',
  level: 'error',
  check: (seen) => {
    const { update, before, response } = seen;
    if (update.version === undefined || before === undefined) return [];
    const name = update.version.slice(1);
    const [earlier, later] = [ownMember(before, name), ownMember(response, name)];
    if (!changedSomething(seen) || earlier === undefined || later === undefined || !equalJson(earlier, later))
      return [];
    const message = 'is the same as before, although the update changed something';
    return [{ pointer: update.version, message, expected: undefined, actual: later }];
  },
};
