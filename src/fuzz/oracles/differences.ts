import { type JsonValue, stringifyJson, toPointer } from '../../contract';
import { shorten } from '../../result';
import type { Complaint } from '../complaint';
import type { Difference, DifferenceRule } from '../faithful';
import { isFromRequest } from '../request';
import { show } from '../show';
import { valueDiff } from '../telling/value-diff';

const SENTENCES: Readonly<Record<DifferenceRule, (place: string) => string>> = {
  'lost-field': (place) => `${place} is in the response, and not in the parsed value`,
  'invented-field': (place) => `${place} is not in the response, and yet in the parsed value`,
  'wrong-value': (place) => `${place} is another value than the response has`,
  'inexact-integer': (place) => `${place} has lost digits: an int64 does not fit a double`,
  'wrong-instant': (place) => `${place} is another moment than the response names`,
  'invalid-date': (place) => `${place} is an invalid date, though the response has a valid one`,
  'unreadable-value': (place) => `${place} throws when it is looked at`,
  'unsteady-type': (place) => `${place} is a text here, and a date in other responses, or the other way round`,
};

const wireText = (wire: JsonValue | undefined): string =>
  wire === undefined ? 'nothing' : shorten(stringifyJson(wire));

/** A difference between a body and what was made of it, as a complaint. */
function complaintOf({ rule, path, wire, got }: Difference): Complaint {
  const pointer = toPointer(path);
  const expected = wireText(wire);
  const actual = got === undefined ? 'nothing' : show(got);
  const place = pointer === '' ? 'the parsed value' : pointer;
  if (isFromRequest(got)) {
    const message = `${place} is what the request sent, not what the response says`;
    return { rule: 'echoed-request', pointer, message, expected, actual };
  }
  const nothing = pointer === '' && got === undefined ? ' (the parser returned nothing)' : '';
  return { rule, pointer, message: `${SENTENCES[rule](place)}${nothing}`, expected, actual };
}

/** Longer bodies are not shown line by line. */
const LONGEST = 50_000;

/**
 * The differences between a body and what was made of it, as complaints; with a diff of the whole where the body is
 * given.
 */
export function complaintsOf(differences: readonly Difference[], wire?: JsonValue): Complaint[] {
  const complaints = differences.map(complaintOf);
  if (wire === undefined || stringifyJson(wire).length > LONGEST) return complaints;
  const diff = valueDiff(wire, differences);
  return diff === '' ? complaints : complaints.map((complaint) => ({ ...complaint, diff }));
}
