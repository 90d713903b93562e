import { instantOf, valueAt } from '../../contract';
import type { MeaningRule } from './meaning-rule';

/** Time zones are whole quarters of an hour away from UTC, and at most so far. */
const QUARTER_MS = 15 * 60_000;
const FARTHEST_MS = 14 * 60 * 60_000;
/** A time may be taken so long before its answer arrives, and by a clock that is so far ahead. */
const TAKEN_BEFORE_MS = 30_000;
const AHEAD_MS = 5_000;

/** How far a time is beside the clock, where that is just what a time zone makes of it; 0 where it is not. */
function zoneBetween(time: number, now: number): number {
  const zone = Math.round((time - now) / QUARTER_MS) * QUARTER_MS;
  const rest = time - zone - now;
  return Math.abs(zone) <= FARTHEST_MS && rest >= -TAKEN_BEFORE_MS && rest <= AHEAD_MS ? zone : 0;
}

const inWords = (zone: number): string =>
  `${Math.abs(zone) / 3_600_000} hours ${zone < 0 ? 'before' : 'after'} the update`;

/** Times that the service sets at an update are no local time written as UTC. */
export const localTime: MeaningRule = {
  id: 'local-time',
  description: 'A time that the service sets at an update is not hours beside it: a local time written as UTC.',
  level: 'error',
  check: ({ update, before, response, receivedAt }) => {
    if (receivedAt === undefined) return [];
    const times = update.order.map(([, later]) => later).filter((pointer) => update.managed.includes(pointer));
    return times.flatMap((pointer) => {
      const [earlier, value] = [
        before === undefined ? undefined : valueAt(before, pointer),
        valueAt(response, pointer),
      ];
      const instant = instantOf(value);
      if (instant === undefined || instant === instantOf(earlier)) return [];
      const zone = zoneBetween(instant, receivedAt);
      if (zone === 0) return [];
      const message = `is ${inWords(zone)}: as if a local time were written as UTC`;
      return [{ pointer, message, expected: undefined, actual: value }];
    });
  },
};
