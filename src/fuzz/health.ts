import { childPointer, type Model, resolve, type Verdict } from '../contract';
import { Failure, shorten } from '../result';
import type { Chamber } from './chambers';
import type { Complaint } from './complaint';
import { endingOf } from './endings';
import type { Examination } from './examination';
import type { Plan } from './plan';

/** After so many valid responses it is known whether a parser works at all. */
const WATCHED = 20;

/** Where so few cannot be asked, nothing is known. */
const FEWEST = 5;

/** A parser that is lost to each of so many valid responses in a row is not tried with more: each costs a time limit. */
const MOST_LOST = 3;

const isLoss = (rule: string): boolean => endingOf(rule) !== undefined;

/** Of so many cases valid ones are looked for. */
const LOOKED_AT = 500;

/** The numbers of the first cases of a verdict. */
function numbersOf(verdict: Verdict, plan: Plan): number[] {
  const found: number[] = [];
  for (let number = 0; number < Math.min(plan.size, LOOKED_AT) && found.length < WATCHED; number += 1)
    if (plan.at(number).testCase.verdict === verdict) found.push(number);
  return found;
}

const failureOf = (failed: readonly Complaint[], seen: number): Failure => {
  const [first] = failed as [Complaint];
  const isLost = isLoss(first.rule);
  const what = isLost ? 'does not survive' : 'refuses';
  return new Failure(
    'environment',
    `the parser ${what} ${failed.length} of the first ${seen} valid responses, the first with ${shorten(first.actual)}`,
    'See that it takes the body as a text, that it is the right export, and that its names are those on the wire (--wire-names).',
  );
};

/**
 * Shows a parser a few valid responses before anything else: where it refuses nearly all of them, or is lost to them, or
 * gives none of their members, that is one thing to put right, not a thousand findings.
 * @throws Failure (environment) where it does.
 */
export async function requireHealthy(chamber: Pick<Chamber, 'examine'>, plan: Plan, model: Model): Promise<void> {
  const examined: Examination[] = [];
  const failed: Complaint[] = [];
  for (const number of numbersOf('accept', plan)) {
    const [found = []] = await chamber.examine([number]);
    examined.push(found);
    failed.push(...found.filter(({ rule }) => rule === 'refuses-valid' || isLoss(rule)).slice(0, 1));
    if (failed.length === examined.length && failed.filter(({ rule }) => isLoss(rule)).length >= MOST_LOST) break;
  }
  const seen = examined.length;
  const isKnown = seen >= FEWEST || failed.some(({ rule }) => isLoss(rule));
  if (isKnown && seen >= MOST_LOST && failed.length > seen * 0.9) throw failureOf(failed, seen);
  requireUnwrapped(examined, model);
}

/** Whether a value has not one of the members that every response has: it holds what was read within something else. */
function isWrapped(found: Examination, model: Model): boolean {
  const root = resolve(model.schema, model.definitions);
  const required = root.kind === 'object' ? root.properties.filter((property) => property.required) : [];
  const lost = new Set(found.filter(({ rule }) => rule === 'lost-field').map(({ pointer }) => pointer));
  return required.length > 1 && required.every(({ name }) => lost.has(childPointer('', name)));
}

/** @throws Failure (environment) where no member of valid responses is in the value of any. */
function requireUnwrapped(examined: readonly Examination[], model: Model): void {
  const { length } = examined;
  if (length < FEWEST || !examined.every((found) => isWrapped(found, model))) return;
  throw new Failure(
    'environment',
    `the value that the parser gives has none of the members of the response, in ${length} of the first ${length} valid ones`,
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
  const found: Examination[] = [];
  for (const number of numbersOf('reject', plan)) found.push(...(await chamber.examine([number])));
  const failures = found.flat().filter(({ rule }) => rule === 'undeclared-error');
  if (failures.length < FEWEST || found.some((complaints) => complaints.length === 0)) return;
  const names = namesIn(failures);
  const declared = rejectsWith.join(' or ');
  throw new Failure(
    'usage',
    `the parser refuses none of the first ${found.length} invalid responses by ${declared}, but ${failures.length} of them by ${names.join(', ')}`,
    isError(failures, names[0])
      ? `Say what it refuses by, as in --rejects-with ${names[0]}; without the option any error counts.`
      : 'What it throws is no Error, and tells nobody why: throw an Error of a class of its own, and name that.',
  );
}

/** Whether what was thrown under a name is an error: of anything else the name is its type. */
const isError = (failures: readonly Complaint[], name: string | undefined): boolean =>
  failures.some(({ error }) => error?.name === name && error !== undefined && error.classes.length > 0);
