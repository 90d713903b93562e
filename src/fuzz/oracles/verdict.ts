import { fromPointer, type Property } from '../../contract';
import { shorten } from '../../result';
import { ABSENT, hasMembers, memberOf, namesOf } from '../faithful';
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
      error: error.facts,
    },
  ];
};

/** What a value has under the name, or the position, of a pointer's segment. */
function heldAt(holder: unknown, segment: string): unknown {
  if (Array.isArray(holder)) return holder[Number(segment)];
  return hasMembers(holder) ? memberOf(holder, namesOf({ name: segment } as Property)) : ABSENT;
}

/** What was made of the place that must not be taken; of all, where that is not in the value. */
function takenAs(value: unknown, pointer: string): string {
  const held = fromPointer(pointer).reduce(heldAt, value);
  return pointer === '' || held === ABSENT || held === undefined ? show(value) : `${pointer} as ${show(held)}`;
}

const acceptsInvalid: Oracle = (observation) => {
  const { answer, reaction, testCase, declared } = observation;
  if (reaction !== 'accepted' || observation.mayPassInvalid) return NOTHING;
  return [
    {
      rule: 'accepts-invalid',
      pointer: testCase.pointer ?? '',
      message: `a response that the contract does not allow is taken for a good one: ${reasonOf(observation)}`,
      expected: declared.length > 0 ? `a refusal by ${declared.join(' or ')}` : 'a refusal',
      actual: answer.kind === 'value' ? `accepted: ${takenAs(answer.value, testCase.pointer ?? '')}` : 'accepted',
    },
  ];
};

/** What must be taken is taken, and what must be refused is refused. */
export const verdict: Oracle = (observation) => {
  if (observation.testCase.verdict === 'accept') return refusesValid(observation);
  return observation.testCase.verdict === 'reject' ? acceptsInvalid(observation) : NOTHING;
};
