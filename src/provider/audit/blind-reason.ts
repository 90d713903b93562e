/** Departures that Pact has no matcher for, by the name of their class, with the reason. The first that fits holds. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/one (?:over|under) the/, 'Pact has no limits of length, size or range'],
  [/beyond|far beyond/, 'Pact compares the type of a number, not its range'],
  [/duplicate|twice/, 'Pact does not ask that items are unique'],
  [/unknown member|unknown property|additional/, 'Pact allows members that it does not know, by design'],
  [/February|leap second|month|hour/, 'a regular expression does not know the calendar'],
  [/pattern/, 'the matcher compares the type alone'],
  [/multiple/, 'Pact has no multiples'],
];

/** Why the pacts did not see a departure. */
export const blindReason = (className: string): string =>
  REASONS.find(([pattern]) => pattern.test(className))?.[1] ??
  'the matcher at this place compares less than the schema says';
