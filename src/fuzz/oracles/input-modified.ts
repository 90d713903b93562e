import { show } from '../show';
import { NOTHING, type Observation, type Oracle } from './oracle';

const isAsGiven = ({ testCase, response }: Observation): boolean => {
  if (response.status !== testCase.status) return false;
  const names = Object.keys(response.headers);
  if (names.length !== Object.keys(testCase.headers).length) return false;
  return names.every((name) => response.headers[name] === testCase.headers[name]);
};

/** What a parser is given belongs to the caller, who may read it again. */
export const inputModified: Oracle = (observation) => {
  if (isAsGiven(observation)) return NOTHING;
  const { testCase, response } = observation;
  return [
    {
      rule: 'input-modified',
      pointer: '',
      message: 'the parser changes the status or the headers that it was given',
      expected: show({ status: testCase.status, headers: testCase.headers }),
      actual: show({ status: response.status, headers: response.headers }),
    },
  ];
};
