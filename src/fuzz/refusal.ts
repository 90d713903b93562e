import type { Answer } from './answer';
import type { ErrorFacts } from './error-facts';

/** What a parser did with a case, by what it declared. */
export type Reaction = 'accepted' | 'refused' | 'failed';

/** Whether an error is one by which a parser says no: any Error, where no names are declared. */
const isDeclared = (error: ErrorFacts, declared: readonly string[]): boolean =>
  declared.length === 0 ? error.classes.length > 0 : error.classes.some((name) => declared.includes(name));

/** Tells refusals from failures. */
export function reactionOf(answer: Answer, declared: readonly string[]): Reaction {
  if (answer.kind === 'value' || answer.kind === 'taken') return 'accepted';
  if (answer.kind === 'pending') return 'failed';
  return (answer.isRefusal ?? isDeclared(answer.error, declared)) ? 'refused' : 'failed';
}
