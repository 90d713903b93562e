import { NOTHING, type Oracle } from './oracle';

/** A parser that gives promises refuses by rejecting them: what it throws at once, `.catch` does not see. */
export const channel: Oracle = ({ answer, isAsync }) => {
  if (!isAsync || answer.kind !== 'thrown' || answer.isAsync) return NOTHING;
  return [
    {
      rule: 'throws-outside-promise',
      pointer: '',
      message: `the parser gives promises, but throws ${answer.error.name} outside of one`,
      expected: 'a promise that is rejected',
      actual: `a throw of ${answer.error.name}`,
      error: answer.error.facts,
    },
  ];
};
