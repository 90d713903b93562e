import {
  type Exchange,
  type JsonLiteral,
  type JsonValue,
  type Predicate,
  type Rule,
  type Violation,
  violations,
} from '../contract';
import type { Finding } from '../result';
import { literal, type Problem } from './problem';
import { findingOf, type Telling } from './telling';

const listed = (values: readonly JsonLiteral[]): string =>
  values.map((value) => literal(value as JsonValue)).join(', ');

/** What a predicate asks for, in words. */
export function predicateInWords(predicate: Predicate): string {
  const parts = [
    predicate.present === true ? 'present' : undefined,
    predicate.present === false ? 'absent' : undefined,
    predicate.in === undefined ? undefined : `one of ${listed(predicate.in)}`,
    predicate.notIn === undefined ? undefined : `none of ${listed(predicate.notIn)}`,
    predicate.minimum === undefined ? undefined : `at least ${predicate.minimum}`,
    predicate.maximum === undefined ? undefined : `at most ${predicate.maximum}`,
  ];
  return parts
    .filter((part) => part !== undefined)
    .join(' and ')
    .replace(/^one of ([^,]*)$/, '$1');
}

const SIDES = { response: '', request: ' of the request', before: ' of the resource before' };

/** A finding points into the response: of a predicate about another side, to what made the rule apply. */
function placeIn({ rule, predicate, pointer }: Violation): string {
  if ((predicate.of ?? 'response') === 'response') return pointer;
  return (rule.when ?? []).find((condition) => (condition.of ?? 'response') === 'response')?.pointer ?? '';
}

function problemOf(violation: Violation): Problem {
  const { rule, predicate, pointer, actual } = violation;
  const expected = `${pointer}${SIDES[predicate.of ?? 'response']} ${predicateInWords(predicate)}`;
  const place = placeIn(violation);
  const conditions = (rule.when ?? []).map(
    (condition) => `${condition.pointer}${SIDES[condition.of ?? 'response']} is ${predicateInWords(condition)}`,
  );
  const because = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
  const met = actual === undefined ? 'absent' : literal(actual);
  const subject = place === pointer ? '' : `${pointer}${SIDES[predicate.of ?? 'response']} `;
  const sentence = `breaks the rule ${rule.id}: ${subject}must be ${predicateInWords(predicate)}${because}, and is ${met}`;
  return { check: rule.id, pointer: place, sentence, expected, actual: met, description: rule.description };
}

/** What an exchange breaks of the rules between fields. */
export const ruleFindings = (rules: readonly Rule[], exchange: Exchange, telling: Telling): Finding[] =>
  rules.flatMap((rule) =>
    violations(rule, exchange).map((violation) => findingOf(problemOf(violation), telling, rule.level)),
  );
