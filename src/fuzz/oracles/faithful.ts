import { complaintsOf } from './differences';
import { NOTHING, type Observation, type Oracle } from './oracle';

/** What was taken is what the body says: every field there, exact to the digit and the moment, nothing invented. */
export const faithful: Oracle = (observation) => {
  const { testCase, answer } = observation;
  if (answer.kind !== 'value' || testCase.verdict === 'reject') return NOTHING;
  if (testCase.verdict === 'either') return invalidDates(observation);
  const differences = observation.differences(answer.value);
  if (differences === undefined) return NOTHING;
  return complaintsOf(differences, observation.explain ? observation.wire() : undefined);
};

/** What the documents leave open may be read in many ways, but never as a date that is none. */
const invalidDates: Oracle = (observation) => {
  const { answer } = observation;
  if (answer.kind !== 'value' || !isReadable(observation)) return NOTHING;
  const differences = observation.differences(answer.value) ?? [];
  return complaintsOf(differences.filter(({ rule }) => rule === 'invalid-date'));
};

/** Whether the body is JSON. */
function isReadable(observation: Observation): boolean {
  if (observation.isPutTogether) return true;
  try {
    observation.wire();
    return true;
  } catch {
    return false;
  }
}
