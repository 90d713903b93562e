import { shorten } from '../../result';
import { show } from '../show';
import { NOTHING, type Observation, type Oracle } from './oracle';

const reasonOf = ({ testCase }: Observation): string => testCase.reason ?? 'it is not what the contract allows';

const refusesValid: Oracle = ({ answer }) => {
  if (answer.kind !== 'thrown') return NOTHING;
  const { error } = answer;
  return [
    {
      rule: 'refuses-valid',
      pointer: undefined,
      message: `a response that the contract allows is refused: ${error.name}: ${shorten(error.message)}`,
      expected: 'the value',
      actual: `${error.name}: ${shorten(error.message)}`,
      error,
    },
  ];
};

const acceptsInvalid: Oracle = (observation) => {
  const { answer, reaction, testCase, declared } = observation;
  if (reaction !== 'accepted') return NOTHING;
  return [
    {
      rule: 'accepts-invalid',
      pointer: testCase.pointer ?? '',
      message: `a response that the contract does not allow is taken for a good one: ${reasonOf(observation)}`,
      expected: declared.length > 0 ? `a refusal by ${declared.join(' or ')}` : 'a refusal',
      actual: answer.kind === 'value' ? show(answer.value) : 'accepted',
    },
  ];
};

/** What must be taken is taken, and what must be refused is refused. */
export const verdict: Oracle = (observation) => {
  if (observation.testCase.verdict === 'accept') return refusesValid(observation);
  return observation.testCase.verdict === 'reject' ? acceptsInvalid(observation) : NOTHING;
};
