import { instantOf, type JsonValue } from '../../../../contract';
import type { Random } from '../../../../random';
import type { Spot, ValueOperator } from '../operator';
import { rfc3339 } from '../publications';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** Numbers this large count the milliseconds of some time since 1973. */
const LEAST_INSTANT = 100_000_000_000;

/** The milliseconds since the epoch, where a value is a date-time or counts them. */
function instantAt(value: JsonValue): number | undefined {
  if (typeof value === 'number') return value >= LEAST_INSTANT && Number.isSafeInteger(value) ? value : undefined;
  return typeof value === 'string' ? instantOf(value) : undefined;
}

const written = (moment: number, like: JsonValue): JsonValue =>
  typeof like === 'number' ? moment : new Date(moment).toISOString().replace('.000Z', 'Z');

/** The same kind of instant, so much earlier or later. */
const movedBy =
  (distance: number) =>
  ({ value, random }: Spot): JsonValue | undefined => {
    const moment = instantAt(value);
    return moment === undefined ? undefined : written(moment + direction(random) * distance, value);
  };

const direction = (random: Random): number => (random.below(2) === 0 ? 1 : -1);

const AHEAD_MINUTES = 330;

/** The same instant, or the same clock, five and a half hours ahead of UTC. */
function inZone(value: JsonValue, isSameMoment: boolean): JsonValue | undefined {
  const moment = typeof value === 'string' ? instantOf(value) : undefined;
  if (moment === undefined) return undefined;
  const shown = isSameMoment ? moment + AHEAD_MINUTES * 60 * SECOND : moment;
  return new Date(shown).toISOString().replace(/(?:\.000)?Z$/, '+05:30');
}

const BEFORE = '2026-01-01T12:00:00Z';

/** Operators on instants: date-times, and numbers that count milliseconds. */
export const INSTANTS: readonly ValueOperator[] = [
  {
    id: 'instant-second',
    on: 'value',
    does: 'a second earlier or later',
    follows: rfc3339('5.6'),
    apply: movedBy(SECOND),
    example: { before: BEFORE, after: '2026-01-01T12:00:01Z' },
  },
  {
    id: 'instant-hour',
    on: 'value',
    does: 'an hour earlier or later',
    follows: rfc3339('5.6'),
    apply: movedBy(HOUR),
    example: { before: BEFORE, after: '2026-01-01T11:00:00Z' },
  },
  {
    id: 'instant-day',
    on: 'value',
    does: 'a day earlier or later',
    follows: rfc3339('5.6'),
    apply: movedBy(DAY),
    example: { before: BEFORE, after: '2026-01-02T12:00:00Z' },
  },
  {
    id: 'instant-zone',
    on: 'value',
    does: 'the same clock in another zone',
    follows: rfc3339('4.2'),
    apply: ({ value }) => inZone(value, false),
    example: { before: BEFORE, after: '2026-01-01T12:00:00+05:30' },
  },
  {
    id: 'instant-offset',
    on: 'value',
    does: 'the same moment by the clock of another zone',
    follows: rfc3339('4.2'),
    apply: ({ value }) => inZone(value, true),
    example: { before: BEFORE, after: '2026-01-01T17:30:00+05:30' },
  },
];
