import type { MeaningRule } from './meaning-rule';
import { membersOf } from './members';
import { holdsWritten } from './same-value';

/** What an update wrote comes back. */
export const writtenComesBack: MeaningRule = {
  id: 'written-comes-back',
  description: 'What an update wrote is in its answer, with the value that was sent.',
  level: 'error',
  check: (seen) =>
    membersOf(seen)
      .filter(({ request, pointer }) => request !== undefined && !seen.update.shownSometimes.includes(pointer))
      .filter(({ property, request, response }) => {
        if (request === undefined || response === undefined) return true;
        return !holdsWritten(property.schema, seen.definitions, request, response);
      })
      .map(({ pointer, request, response, before }) => {
        const isLost = response === undefined || before === response;
        const message = isLost
          ? 'was written, but the update is lost'
          : 'was written, but comes back with another value';
        return { pointer, message, expected: request, actual: response };
      }),
};
