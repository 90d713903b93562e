import type { Complaint } from './complaint';

/** The rule of what shows only after other responses. */
export const HISTORY = 'depends-on-history';

/** Rules about the value of one response: a cache under a wrong key breaks them first. */
const OF_VALUES: ReadonlySet<string> = new Set([
  'refuses-valid',
  'lost-field',
  'wrong-value',
  'inexact-integer',
  'wrong-instant',
  'invalid-date',
  'unreadable-value',
  'unstable-round-trip',
]);

/** Rules about the verdict: a parser that depends on nothing else breaks them at many places. */
const OF_VERDICTS: ReadonlySet<string> = new Set(['accepts-invalid', 'accepts-nothing', 'undeclared-error']);

/** What is known of a parser. */
interface Traits {
  /** Whether it was seen to read a response otherwise after others. */
  readonly isKnown: boolean;
  readonly givesDefaults?: boolean | undefined;
}

/**
 * Says whether a finding of a rule may come of other responses: then its case is read alone. A default that is not always
 * the same is seen only after others, and is one place's own affair.
 */
export function mayBeOfHistory(rule: string, { isKnown, givesDefaults }: Traits): boolean {
  if (rule === 'invented-field') return givesDefaults !== true;
  return OF_VALUES.has(rule) || (isKnown && OF_VERDICTS.has(rule));
}

/** The same finding wherever it is met: what is read is another response's. */
export const onlyAfter = ({ message, expected, actual }: Complaint): Complaint => ({
  rule: HISTORY,
  pointer: '',
  message: `only after other responses, as with a cache under a wrong key: ${message}`,
  expected,
  actual,
});
