import { complaintsOf } from './differences';
import { NOTHING, type Oracle } from './oracle';

/** What was taken is what the body says: every field there, exact to the digit and the moment, nothing invented. */
export const faithful: Oracle = ({ testCase, answer, wire, compare, explain }) => {
  if (testCase.verdict !== 'accept' || answer.kind !== 'value') return NOTHING;
  const differences = compare(wire(), answer.value);
  return differences === undefined ? NOTHING : complaintsOf(differences, explain ? wire() : undefined);
};
