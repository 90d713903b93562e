import { bodyBytes, type Case, type Model } from '../contract';
import { type Answer, attempt } from './answer';
import type { Complaint } from './complaint';
import { type Compare, comparerOf } from './faithful';
import { NOTHING, ORACLES } from './oracles';
import type { ParseFunction } from './parser';
import { reactionOf } from './refusal';

/** A parser under test, and what it says of itself. */
export interface Subject {
  readonly parse: ParseFunction;
  /** The names of the errors that count as a refusal; none where any error does. */
  readonly rejectsWith: readonly string[];
  readonly model: Model;
}

/** What comes of one case: complaints, none where all is well. */
export type Examination = readonly Complaint[];

/** Looks at what a parser does with one case. */
export type Examine = (testCase: Case) => Examination | Promise<Examination>;

/** As `fetch` gives a text, except that a byte order mark stays: what is not UTF-8 is replaced. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The body as the text that a parser gets. */
const textOf = (testCase: Case): string => testCase.body ?? decoder.decode(bodyBytes(testCase));

function judge(subject: Subject, compare: Compare, testCase: Case, answer: Answer): Examination {
  const declared = subject.rejectsWith;
  const observation = { testCase, answer, reaction: reactionOf(answer, declared), declared, compare };
  let complaints: readonly Complaint[] = NOTHING;
  for (const oracle of ORACLES) {
    const found = oracle(observation);
    if (found.length > 0) complaints = complaints.length > 0 ? [...complaints, ...found] : found;
  }
  return complaints;
}

/** Runs a parser on cases, here and now, and asks every oracle. */
export function examinerOf(subject: Subject): Examine {
  const compare = comparerOf(subject.model);
  return (testCase) => {
    const response = { status: testCase.status, headers: { ...testCase.headers } };
    const answer = attempt(subject.parse, textOf(testCase), response);
    if (answer instanceof Promise) return answer.then((settled) => judge(subject, compare, testCase, settled));
    return judge(subject, compare, testCase, answer);
  };
}
