import type { Case } from '../../contract';
import type { Answer } from '../answer';
import type { Read } from '../subject';

/** One mistake, ready to be made by a parser that does not make it. */
export interface Planting {
  /** The mistake, and where it is made: `leaves-out /groups`. */
  readonly id: string;
  /** What the parser does then, as the end of a sentence. */
  readonly says: string;
  /** The parser with the mistake. */
  readonly wrap: (read: Read) => Read;
  /** Whether it changes an answer, whatever was read before; `undefined` where that depends on more than one answer. */
  readonly changes?: (answer: Answer, testCase: Case) => boolean;
  /** Whether only time tells: then it is looked for with the cases that grow. */
  readonly isSlow?: boolean;
  /** How often it has made a difference so far; `undefined` where that cannot be seen from here. */
  readonly applied?: () => number;
}

/** A parser, with something done to each of its answers, whether it gives promises or not. */
export const after =
  (read: Read, change: (answer: Answer, testCase: Case) => Answer): Read =>
  (testCase, response) => {
    const answer = read(testCase, response);
    return answer instanceof Promise ? answer.then((settled) => change(settled, testCase)) : change(answer, testCase);
  };
