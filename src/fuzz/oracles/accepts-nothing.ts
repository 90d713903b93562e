import { show } from '../show';
import { NOTHING, type Oracle } from './oracle';

/** Answers that have no body by their status. */
const BODILESS = new Set([204, 205, 304]);

/** An object of no class that has no members: of a class, what it holds may be its own affair. */
const isEmptyObject = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.keys(value).length === 0;
};

const isNothing = (value: unknown): boolean => {
  if (value === null || value === undefined || value === '' || value === false) return true;
  return typeof value === 'object' && (Array.isArray(value) ? value.length === 0 : isEmptyObject(value));
};

/** A value that is nothing is no way to say no: whoever calls the parser takes it for the answer. */
export const acceptsNothing: Oracle = ({ testCase, answer }) => {
  if (testCase.verdict !== 'either' || BODILESS.has(testCase.status)) return NOTHING;
  if (answer.kind !== 'value' || !isNothing(answer.value)) return NOTHING;
  return [
    {
      rule: 'accepts-nothing',
      pointer: testCase.pointer ?? '',
      message: `the parser gives ${show(answer.value)} for a response, instead of a value or a refusal`,
      expected: 'a value, or a refusal by throwing',
      actual: show(answer.value),
    },
  ];
};
