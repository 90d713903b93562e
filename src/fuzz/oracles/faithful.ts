import type { JsonValue } from '../../contract';
import { complaintsOf } from './differences';
import { NOTHING, type Observation, type Oracle } from './oracle';

/** What was taken is what the body says: every field there, exact to the digit and the moment, nothing invented. */
export const faithful: Oracle = (observation) => {
  const { testCase, answer, wire, compare, explain } = observation;
  if (answer.kind !== 'value' || testCase.verdict === 'reject') return NOTHING;
  if (testCase.verdict === 'either') return invalidDates(observation);
  const differences = compare(wire(), answer.value);
  return differences === undefined ? NOTHING : complaintsOf(differences, explain ? wire() : undefined);
};

/** What the documents leave open may be read in many ways, but never as a date that is none. */
const invalidDates: Oracle = ({ answer, wire, compare }) => {
  const body = readable(wire);
  if (body === undefined || answer.kind !== 'value') return NOTHING;
  const differences = compare(body, answer.value) ?? [];
  return complaintsOf(differences.filter(({ rule }) => rule === 'invalid-date'));
};

/** What the body says, where it is JSON. */
function readable(wire: Observation['wire']): JsonValue | undefined {
  try {
    return wire();
  } catch {
    return undefined;
  }
}
