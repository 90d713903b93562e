import { isDateTime, type JsonValue, valueAt } from '../../contract';
import type { MeaningRule } from './meaning-rule';

const instantOf = (value: JsonValue | undefined): number | undefined => {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  if (typeof value !== 'string' || !isDateTime(value)) return undefined;
  return Date.parse(value.toUpperCase().replace(/:60(?=[.Z+-])/, ':59'));
};

/** Later than the clock of any service: a state may well set up the year 9999. */
const FAR_FUTURE = Date.UTC(2100, 0, 1);

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
