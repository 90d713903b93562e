import { NOTHING, type Oracle } from './oracle';

/** Answers that have no body by their status. */
const BODILESS = new Set([204, 205, 304]);

/** A value that is nothing is no way to say no: whoever calls the parser takes it for the answer. */
export const acceptsNothing: Oracle = ({ testCase, answer }) => {
  if (testCase.verdict !== 'either' || BODILESS.has(testCase.status)) return NOTHING;
  if (answer.kind !== 'value' || (answer.value !== null && answer.value !== undefined)) return NOTHING;
  return [
    {
      rule: 'accepts-nothing',
      pointer: testCase.pointer ?? '',
      message: `the parser gives ${answer.value} for a response, instead of a value or a refusal`,
      expected: 'a value, or a refusal by throwing',
      actual: String(answer.value),
    },
  ];
};
