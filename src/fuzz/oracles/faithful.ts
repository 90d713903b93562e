import type { Difference, DifferenceRule } from '../faithful';
import { complaintsOf } from './differences';
import { NOTHING, type Observation, type Oracle } from './oracle';

/** What was taken is what the body says: every field there, exact to the digit and the moment, nothing invented. */
export const faithful: Oracle = (observation) => {
  const { testCase, answer } = observation;
  if (answer.kind !== 'value') return NOTHING;
  if (testCase.verdict === 'reject') return observation.mayPassInvalid ? oddValues(observation) : NOTHING;
  if (testCase.verdict === 'either') return wrongMoments(observation);
  const differences = observation.differences(answer.value);
  if (differences === undefined) return NOTHING;
  return complaintsOf(differences, observation.explain ? observation.wire() : undefined);
};

const OF_MOMENTS: ReadonlySet<DifferenceRule> = new Set(['invalid-date', 'wrong-instant']);

/** What the documents leave open may be refused, or kept as a text, but not read as no moment, or as another one. */
const wrongMoments: Oracle = (observation) => {
  const { answer } = observation;
  if (answer.kind !== 'value' || !isReadable(observation)) return NOTHING;
  const differences = observation.differences(answer.value) ?? [];
  return complaintsOf(differences.filter(({ rule }) => OF_MOMENTS.has(rule)));
};

/** Whether a value is none, or another one of the same type, where the body has one: nobody sees that it was misread. */
const isOdd = ({ wire, got }: Difference): boolean =>
  Number.isNaN(got) ||
  (got instanceof Date && Number.isNaN(got.getTime())) ||
  (wire !== undefined &&
    isScalar(wire) &&
    isScalar(got) &&
    typeOf(wire) === typeOf(got) &&
    String(wire) !== String(got));

const isScalar = (value: unknown): boolean => typeof value === 'string' || typeOf(value) === 'number';

const typeOf = (value: unknown): string => (typeof value === 'bigint' ? 'number' : typeof value);

/** What is invalid may be read as it stands, by a parser that does not validate, but not as something else. */
const oddValues: Oracle = (observation) => {
  const { answer } = observation;
  if (answer.kind !== 'value' || !isReadable(observation)) return NOTHING;
  return complaintsOf((observation.differences(answer.value) ?? []).filter(isOdd));
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
