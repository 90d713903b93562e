import { instantOf, valueAt } from '../../contract';
import { changedSomething } from './changed';
import { FAR_FUTURE } from './far-future';
import type { MeaningRule } from './meaning-rule';

/** The time of the last update is that of this one. */
export const timeMoves: MeaningRule = {
  id: 'time-moves',
  description: 'A time that the service sets at an update is another one after an update that changed something.',
  level: 'warning',
  check: (seen) => {
    const { update, before, response, isSetUp = false } = seen;
    // Two updates of an exploration may well be made in the same second.
    if (before === undefined || !isSetUp || !changedSomething(seen)) return [];
    const times = update.order.map(([, later]) => later).filter((pointer) => update.managed.includes(pointer));
    return times.flatMap((pointer) => {
      const [earlier, now] = [valueAt(before, pointer), valueAt(response, pointer)];
      const [instant, nowInstant] = [instantOf(earlier), instantOf(now)];
      if (instant === undefined || instant !== nowInstant || instant > FAR_FUTURE) return [];
      const message = 'is the same time as before, although the update changed something';
      return [{ pointer, message, expected: undefined, actual: now }];
    });
  },
};
