import { NOTHING, type Oracle } from './oracle';

/** Every response gets an answer. */
export const answers: Oracle = ({ answer, testCase }) => {
  if (answer.kind !== 'pending') return NOTHING;
  return [
    {
      rule: 'hang',
      pointer: testCase.pointer,
      message: 'the parser gives a promise that is not settled in time',
      expected: 'a value or a refusal',
      actual: 'no answer',
    },
  ];
};
