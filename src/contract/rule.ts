import { equalJson, type JsonValue } from './json';
import type { JsonLiteral } from './json-schema';
import { valuesAt } from './pointer';

/** What a rule looks at: the answer, the request that led to it, and what the state had set up before. */
export interface Exchange {
  readonly response: JsonValue;
  readonly request?: JsonValue;
  readonly before?: JsonValue;
}

/** Something that is true or not of every value at a site. All members that are given must hold. */
export interface Predicate {
  /** Which side the pointer goes into; the response where it is not given. */
  readonly of?: keyof Exchange;
  /** A site: a JSON pointer with `[]` for any index and `{}` for any key. */
  readonly pointer: string;
  readonly present?: boolean;
  readonly in?: readonly JsonLiteral[];
  readonly notIn?: readonly JsonLiteral[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * A rule between fields, which a schema cannot say: where all of `when` hold, all of `must` do.
 * What breaks only a rule is `either` for a parser and a finding when a service sends it.
 */
export interface Rule {
  readonly id: string;
  /** The sentence of the document, or where else it is known from. */
  readonly description: string;
  /** `error`: the contract is broken. `warning`: suspicious. */
  readonly level: 'error' | 'warning';
  readonly when?: readonly Predicate[];
  readonly must: readonly Predicate[];
}

/** A place at which a rule does not hold. */
export interface Violation {
  readonly rule: Rule;
  readonly predicate: Predicate;
  readonly pointer: string;
  /** `undefined` where there is no value. */
  readonly actual: JsonValue | undefined;
}

const among = (values: readonly JsonLiteral[], value: JsonValue): boolean =>
  values.some((candidate) => equalJson(candidate as JsonValue, value));

function holdsOf(predicate: Predicate, value: JsonValue): boolean {
  if (predicate.in !== undefined && !among(predicate.in, value)) return false;
  if (predicate.notIn !== undefined && among(predicate.notIn, value)) return false;
  if (predicate.minimum === undefined && predicate.maximum === undefined) return true;
  if (typeof value !== 'number' && typeof value !== 'bigint') return false;
  return value >= (predicate.minimum ?? -Infinity) && value <= (predicate.maximum ?? Infinity);
}

/** Whether a predicate looks only at what an exchange has. */
const answerable = (predicate: Predicate, exchange: Exchange): boolean =>
  exchange[predicate.of ?? 'response'] !== undefined;

function failures(predicate: Predicate, exchange: Exchange): { pointer: string; actual: JsonValue | undefined }[] {
  const values = valuesAt(exchange[predicate.of ?? 'response'] as JsonValue, predicate.pointer);
  if (predicate.present === false) return values.map(({ pointer, value }) => ({ pointer, actual: value }));
  if (values.length === 0) {
    const needed = predicate.present === true || predicate.in !== undefined;
    return needed ? [{ pointer: predicate.pointer, actual: undefined }] : [];
  }
  return values
    .filter(({ value }) => !holdsOf(predicate, value))
    .map(({ pointer, value }) => ({ pointer, actual: value }));
}

/** Whether a rule can be judged on what is known of an exchange. */
export const isAnswerable = (rule: Rule, exchange: Exchange): boolean =>
  [...(rule.when ?? []), ...rule.must].every((predicate) => answerable(predicate, exchange));

/**
 * Where an exchange breaks a rule; none where the rule does not apply or cannot be judged.
 * `in` asks for a value that is there: use `notIn` where an absent value is as good.
 */
export function violations(rule: Rule, exchange: Exchange): Violation[] {
  if (!isAnswerable(rule, exchange)) return [];
  const applies = (rule.when ?? []).every((predicate) => failures(predicate, exchange).length === 0);
  if (!applies) return [];
  return rule.must.flatMap((predicate) =>
    failures(predicate, exchange).map((failure) => ({ rule, predicate, ...failure })),
  );
}
