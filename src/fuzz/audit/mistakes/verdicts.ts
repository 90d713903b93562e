import type { Case } from '../../../contract';
import type { Answer } from '../../answer';
import { Thrown } from '../../error-facts';
import { reactionOf } from '../../refusal';
import { after, type Planting } from '../planting';

/** What is done with an answer; the very same where the mistake makes no difference. */
type Spoil = (answer: Answer, testCase: Case) => Answer;

/** A parser whose answers are spoilt, and a count of those that were. */
export function spoiling(id: string, says: string, spoil: Spoil): Planting {
  let applied = 0;
  const spoilt = (answer: Answer, testCase: Case): Answer => {
    const changed = spoil(answer, testCase);
    if (changed !== answer) applied += 1;
    return changed;
  };
  return {
    id,
    says,
    wrap: (read) => after(read, spoilt),
    changes: (answer, testCase) => spoil(answer, testCase) !== answer,
    applied: () => applied,
  };
}

/** The classes that cases of a verdict are about, each once: `unknown`, whatever the site. */
function classNames(pool: readonly Case[], verdict: Case['verdict']): string[] {
  const all = pool.filter((testCase) => testCase.verdict === verdict).flatMap(({ classes }) => Object.values(classes));
  const plain = new Set(
    pool.flatMap((testCase) => (testCase.verdict === verdict ? [] : Object.values(testCase.classes))),
  );
  return [...new Set(all)].filter((name) => !plain.has(name));
}

const isAbout = ({ classes }: Case, name: string): boolean => Object.values(classes).includes(name);

const errorNamed = (name: string): Thrown => new Thrown(name, [name, 'Error'], 'planted');

/** Takes what it should refuse, one class after another. */
export const takings = (pool: readonly Case[], declared: readonly string[]): Planting[] =>
  classNames(pool, 'reject').map((name) =>
    spoiling(`takes ${name}`, `takes what is to be refused: ${name}`, (answer, testCase) =>
      testCase.verdict === 'reject' && isAbout(testCase, name) && reactionOf(answer, declared) === 'refused'
        ? { kind: 'value', value: {}, isAsync: answer.isAsync as true }
        : answer,
    ),
  );

/** Refuses what it should take, one class after another. */
export const refusals = (pool: readonly Case[], declared: readonly string[]): Planting[] =>
  [...new Set(pool.filter(({ verdict }) => verdict === 'accept').flatMap(({ classes }) => Object.values(classes)))]
    .filter((name) => name !== 'typical')
    .map((name) =>
      spoiling(`refuses ${name}`, `refuses what is to be taken: ${name}`, (answer, testCase) =>
        testCase.verdict === 'accept' && isAbout(testCase, name) && answer.kind === 'value'
          ? { kind: 'thrown', error: errorNamed(declared[0] ?? 'Error'), isAsync: answer.isAsync, isRefusal: true }
          : answer,
      ),
    );

const refused =
  (declared: readonly string[], change: (answer: Extract<Answer, { kind: 'thrown' }>) => Answer): Spoil =>
  (answer) =>
    answer.kind === 'thrown' && reactionOf(answer, declared) === 'refused' ? change(answer) : answer;

/** Mistakes in how it says no. */
export const channelMistakes = (declared: readonly string[]): Planting[] => [
  spoiling(
    'fails-instead-of-refusing',
    'refuses by an error that is not declared',
    refused(declared, (answer) => ({ ...answer, error: errorNamed('TypeError'), isRefusal: false })),
  ),
  spoiling(
    'throws-a-text',
    'throws a text instead of an error',
    refused(declared, (answer) => ({
      ...answer,
      error: new Thrown('string', [], 'planted'),
      isRefusal: false,
    })),
  ),
  spoiling('gives-null-for-an-answer', 'gives null where it should refuse', (answer, { verdict }) =>
    verdict === 'either' && answer.kind !== 'pending' ? { kind: 'value', value: null, isAsync: false } : answer,
  ),
  {
    id: 'throws-outside-its-promise',
    says: 'gives promises, and yet throws at once where it refuses',
    wrap: (read) => (testCase, response) => {
      const answer = read(testCase, response);
      const atOnce = (settled: Answer): Answer =>
        settled.kind === 'thrown' ? { ...settled, isAsync: false } : settled;
      return Promise.resolve(answer).then(atOnce);
    },
  },
  spoiling('never-answers', 'gives a promise that is never settled', (answer, testCase) =>
    testCase.verdict === 'accept' && answer.kind === 'value' ? { kind: 'pending', isAsync: true } : answer,
  ),
];
