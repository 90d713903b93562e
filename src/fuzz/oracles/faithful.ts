import { type Case, type JsonValue, parseJson, stringifyJson, toPointer } from '../../contract';
import { shorten } from '../../result';
import type { Complaint } from '../complaint';
import type { Difference, DifferenceRule } from '../faithful';
import { show } from '../show';
import { NOTHING, type Oracle } from './oracle';

const SENTENCES: Readonly<Record<DifferenceRule, (place: string) => string>> = {
  'lost-field': (place) => `${place} is in the response, and not in the parsed value`,
  'invented-field': (place) => `${place} is not in the response, and yet in the parsed value`,
  'wrong-value': (place) => `${place} is another value than the response has`,
  'inexact-integer': (place) => `${place} has lost digits: an int64 does not fit a double`,
  'wrong-instant': (place) => `${place} is another moment than the response names`,
  'invalid-date': (place) => `${place} is an invalid date, though the response has a valid one`,
};

const wireText = (wire: JsonValue | undefined): string =>
  wire === undefined ? 'nothing' : shorten(stringifyJson(wire));

function complaintOf({ rule, path, wire, got }: Difference): Complaint {
  const pointer = toPointer(path);
  const place = pointer === '' ? 'the parsed value' : pointer;
  const nothing = pointer === '' && got === undefined ? ' (the parser returned nothing)' : '';
  return {
    rule,
    pointer,
    message: `${SENTENCES[rule](place)}${nothing}`,
    expected: wireText(wire),
    actual: got === undefined ? 'nothing' : show(got),
  };
}

/** What the body holds; a byte order mark that the case is about is none of the value. */
const bodyOf = (testCase: Case): JsonValue => parseJson((testCase.body ?? '').replace(/^\ufeff/, ''));

/** What was taken is what the body says: every field there, exact to the digit and the moment, nothing invented. */
export const faithful: Oracle = ({ testCase, answer, compare }) => {
  if (testCase.verdict !== 'accept' || answer.kind !== 'value') return NOTHING;
  return compare(bodyOf(testCase), answer.value)?.map(complaintOf) ?? NOTHING;
};
