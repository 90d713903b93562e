import { shorten } from '../../result';
import { NOTHING, type Oracle } from './oracle';

/** What is refused is refused by the declared errors only: whoever calls the parser catches no others. */
export const declaredError: Oracle = ({ answer, reaction, testCase, declared }) => {
  if (reaction !== 'failed' || answer.kind !== 'thrown' || testCase.verdict === 'accept') return NOTHING;
  const error = answer.error.facts;
  const expected = declared.length > 0 ? declared.join(' or ') : 'an Error';
  const thrown = `${error.name}: ${shorten(error.message)}`;
  return [
    {
      rule: 'undeclared-error',
      pointer: testCase.pointer,
      message: `the parser fails with ${error.name}${error.frame === '' ? '' : ` in ${error.frame}`}, which is not how it says no`,
      expected: `${testCase.verdict === 'either' ? 'the value, or a' : 'a'} refusal by ${expected}`,
      actual: thrown,
      error,
    },
  ];
};
