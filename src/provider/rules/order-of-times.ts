import { instantOf, valueAt } from '../../contract';
import { FAR_FUTURE } from './far-future';
import type { MeaningRule } from './meaning-rule';

/** Times of which the contract says that one is never later than the other. */
export const orderOfTimes: MeaningRule = {
  id: 'order-of-times',
  description: 'A time that cannot be later than another one is not: nothing is updated before it was created.',
  level: 'error',
  check: ({ update, response, before }) =>
    update.order.flatMap(([earlier, later]) => {
      const [first, second] = [instantOf(valueAt(response, earlier)), instantOf(valueAt(response, later))];
      if (first === undefined || second === undefined || second >= first || first > FAR_FUTURE) return [];
      // A state that sets the times up the wrong way round is not the service's fault.
      const setUp = before === undefined ? undefined : instantOf(valueAt(before, earlier));
      const setUpLater = before === undefined ? undefined : instantOf(valueAt(before, later));
      if (setUp !== undefined && setUpLater !== undefined && setUpLater < setUp) return [];
      const message = `is earlier than ${earlier}`;
      return [{ pointer: later, message, expected: valueAt(response, earlier), actual: valueAt(response, later) }];
    }),
};
