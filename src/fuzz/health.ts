import { childPointer, type Model, resolve, type Verdict } from '../contract';
import { Failure, shorten } from '../result';
import type { Chamber } from './chambers';
import type { Complaint } from './complaint';
import type { Plan } from './plan';

/** After so many valid responses it is known whether a parser works at all. */
const WATCHED = 20;

/** Where so few cannot be asked, nothing is known. */
const FEWEST = 5;

/** A parser that is lost to each of so many valid responses in a row is not tried with more: each costs a time limit. */
const MOST_LOST = 3;

/** What is known of the responses. */
interface HealthFacts {
  readonly model: Model;
}

/** Of so many cases valid ones are looked for. */
const LOOKED_AT = 500;

const LOSSES = new Set(['hang', 'process-ended', 'out-of-memory', 'protocol-broken']);

/** The numbers of the first cases of a verdict. */
function numbersOf(verdict: Verdict, plan: Plan): number[] {
  const found: number[] = [];
  for (let number = 0; number < Math.min(plan.size, LOOKED_AT) && found.length < WATCHED; number += 1)
    if (plan.at(number).testCase.verdict === verdict) found.push(number);
  return found;
}

const failureOf = (failed: readonly Complaint[], seen: number): Failure => {
  const [first] = failed as [Complaint];
  const isLost = LOSSES.has(first.rule);
  const what = isLost ? 'does not survive' : 'refuses';
  return new Failure(
    'environment',
    `the parser ${what} ${failed.length} of the first ${seen} valid responses, the first with ${shorten(first.actual)}`,
    'See that it takes the body as a text, that it is the right export, and that its names are those on the wire (--wire-names).',
  );
};

/**
 * Shows a parser a few valid responses before anything else: where it refuses nearly all of them, or is lost to them,
 * that is one thing to put right, not a thousand findings.
 * @throws Failure (environment) where it does.
 */
export async function requireHealthy(chamber: Pick<Chamber, 'examine'>, plan: Plan): Promise<void> {
  const failed: Complaint[] = [];
  let seen = 0;
  for (const number of numbersOf('accept', plan)) {
    const [found = []] = await chamber.examine([number]);
    const failure = found.find(({ rule }) => rule === 'refuses-valid' || LOSSES.has(rule));
    seen += 1;
    if (failure !== undefined) failed.push(failure);
    if (failed.length === seen && failed.filter(({ rule }) => LOSSES.has(rule)).length >= MOST_LOST) break;
  }
  const isKnown = seen >= FEWEST || failed.some(({ rule }) => LOSSES.has(rule));
  if (isKnown && seen >= MOST_LOST && failed.length > seen * 0.9) throw failureOf(failed, seen);
}

/** Whether a value has not one of the members that every response has: it holds what was read within something else. */
function isWrapped(found: readonly Complaint[], { model }: HealthFacts): boolean {
  const root = resolve(model.schema, model.definitions);
  const required = root.kind === 'object' ? root.properties.filter((property) => property.required) : [];
  const lost = new Set(found.filter(({ rule }) => rule === 'lost-field').map(({ pointer }) => pointer));
  return required.length > 1 && required.every(({ name }) => lost.has(childPointer('', name)));
}

/**
 * Shows a parser a few valid responses, and looks for their members.
 * @throws Failure (environment) where none of them is in the value of any.
 */
export async function requireUnwrapped(
  chamber: Pick<Chamber, 'examine'>,
  plan: Plan,
  facts: HealthFacts,
): Promise<void> {
  const numbers = numbersOf('accept', plan);
  const found: (readonly Complaint[])[] = [];
  for (const number of numbers) found.push(...(await chamber.examine([number])));
  if (found.length < FEWEST || !found.every((complaints) => isWrapped(complaints, facts))) return;
  throw new Failure(
    'environment',
    `the value that the parser gives has none of the members of the response, in ${found.length} of the first ${found.length} valid ones`,
    'Where it wraps what it has read, as in { ok, value }, name a function that gives the value itself and throws the error; --to-wire is for types of its own.',
  );
}

/** The names that were thrown, the most frequent first. */
function namesIn(failures: readonly Complaint[]): string[] {
  const counts = new Map<string, number>();
  for (const { error } of failures) counts.set(error?.name ?? '', (counts.get(error?.name ?? '') ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left).map(([name]) => name);
}

/**
 * Shows a parser a few invalid responses: where it refuses none of them by an error that was declared, but others by
 * errors that were not, the names are wrong, and all that it refuses would be a finding.
 * @throws Failure (usage) where that is so.
 */
export async function requireDeclared(
  chamber: Pick<Chamber, 'examine'>,
  plan: Plan,
  rejectsWith: readonly string[],
): Promise<void> {
  if (rejectsWith.length === 0) return;
  const found: (readonly Complaint[])[] = [];
  for (const number of numbersOf('reject', plan)) found.push(...(await chamber.examine([number])));
  const failures = found.flat().filter(({ rule }) => rule === 'undeclared-error');
  if (failures.length < FEWEST || found.some((complaints) => complaints.length === 0)) return;
  const names = namesIn(failures);
  const declared = rejectsWith.join(' or ');
  throw new Failure(
    'usage',
    `the parser refuses none of the first ${found.length} invalid responses by ${declared}, but ${failures.length} of them by ${names.join(', ')}`,
    `Say what it refuses by, as in --rejects-with ${names[0]}; without the option any error counts.`,
  );
}
