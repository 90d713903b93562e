import type { Finding, Result } from '../result';

/** A finding in a few lines of plain text: the sentence, what was expected, what was met. */
export const findingText = ({ level, rule, message, expected, actual }: Finding): string =>
  [
    `${level} ${rule}: ${message}`,
    ...(expected === '' ? [] : [`expected ${expected}`]),
    ...(actual === '' ? [] : [`actual   ${actual}`]),
  ].join('\n');

/** The longest text of a detail that is repeated in a report made for machines. */
const LONGEST_DETAIL = 4000;

/** What helps to repeat a result, line by line: `replay: ...`. */
export const detailText = ({ details = {} }: Result): string =>
  Object.entries(details)
    .map(([name, text]) =>
      text.length > LONGEST_DETAIL ? `${name}: ${text.length} characters, see run.json` : `${name}: ${text}`,
    )
    .join('\n');
