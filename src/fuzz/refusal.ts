import type { Answer } from './answer';
import type { Thrown } from './error-facts';

/** What a parser did with a case, by what it declared. */
export type Reaction = 'accepted' | 'refused' | 'failed';

/** Whether an error is one by which a parser says no: any Error, where no names are declared. */
const isDeclared = (error: Thrown, declared: readonly string[]): boolean =>
  declared.length === 0 ? error.classes.length > 0 : error.classes.some((name) => declared.includes(name));

/** The last part of a name, as languages have it that name the package of a class, too. */
const unqualified = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** Whether a program that says itself that it refuses does so by an error that was declared; one without a name does. */
const isDeclaredThere = ({ name, classes }: Thrown, declared: readonly string[]): boolean =>
  declared.length === 0 || classes.length === 0 || declared.includes(name) || declared.includes(unqualified(name));

/** Tells refusals from failures. */
export function reactionOf(answer: Answer, declared: readonly string[]): Reaction {
  if (answer.kind === 'value' || answer.kind === 'taken') return 'accepted';
  if (answer.kind === 'pending') return 'failed';
  const { isRefusal, error } = answer;
  if (isRefusal === undefined) return isDeclared(error, declared) ? 'refused' : 'failed';
  return isRefusal && isDeclaredThere(error, declared) ? 'refused' : 'failed';
}
