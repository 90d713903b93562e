import {
  type Definitions,
  type FixedValue,
  fits,
  type Interpreter,
  interpret,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  resolve,
  type Schema,
  STRING_FORMATS,
} from '../contract';
import type { Matcher, MatchingRule } from './interaction';
import { ANY_ITEM, ANY_MEMBER, memberStep } from './path';
import { regexOfTexts, rustRegex } from './rust-regex';

/** Gives the rules of a value that stands at a path. Where a list or a map holds several, they share its rules. */
type RulesAt = (path: string, values: readonly JsonValue[]) => readonly MatchingRule[];

const rule = (path: string, ...matchers: readonly Matcher[]): MatchingRule => ({ path, combine: 'AND', matchers });

const TYPE: Matcher = { match: 'type' };

/** Any JSON value: each matcher alone accepts some types, `type` the example's, and one is enough. */
const anyValue = (path: string): MatchingRule => ({
  path,
  combine: 'OR',
  matchers: [TYPE, { match: 'null' }, { match: 'regex', regex: '^[\\s\\S]*$' }],
});

const isContainer = (value: JsonValue): boolean => Array.isArray(value) || isJsonObject(value);

/** Any value. Of objects and lists Pact's verifier asks every matcher, whatever is said of one being enough. */
const anyOf = (path: string, values: readonly JsonValue[]): MatchingRule =>
  values.some(isContainer) ? rule(path, TYPE) : anyValue(path);

const textMatcher = (pattern: string | undefined): Matcher => {
  const regex = pattern === undefined ? undefined : rustRegex(pattern);
  return regex === undefined ? TYPE : { match: 'regex', regex };
};

/** `null` beside what a value otherwise is. A rule within the value stays: it is not asked for where it is null. */
const orNull = (path: string, rules: readonly MatchingRule[]): readonly MatchingRule[] =>
  rules.map((inner) =>
    inner.path === path ? { ...inner, combine: 'OR', matchers: [...inner.matchers, { match: 'null' }] } : inner,
  );

const keysMatcher = (pattern: string | undefined, maps: readonly JsonObject[]): readonly Matcher[] => {
  const regex = pattern === undefined ? undefined : rustRegex(pattern);
  const key = maps.flatMap(Object.keys)[0];
  return regex === undefined || key === undefined
    ? []
    : [{ match: 'eachKey', rules: [{ match: 'regex', regex }], value: key }];
};

const ruler = (definitions: Definitions): Interpreter<RulesAt> => ({
  string: (schema) => (path) => [
    rule(path, textMatcher(STRING_FORMATS.get(schema.format ?? '')?.pattern ?? schema.pattern)),
  ],
  integer: () => (path) => [rule(path, { match: 'integer' })],
  number: () => (path) => [rule(path, { match: 'number' })],
  // Pact's own `boolean` also takes the texts "true" and "false".
  boolean: () => (path) => [rule(path, TYPE)],
  null: () => (path) => [rule(path, { match: 'null' })],
  enum: (schema) => (path, values) => {
    const texts = schema.values.filter((value) => typeof value === 'string');
    if (texts.length === schema.values.length) return [rule(path, { match: 'regex', regex: regexOfTexts(texts) })];
    return schema.values.length === 1 ? [rule(path, { match: 'equality' })] : [anyOf(path, values)];
  },
  any: () => (path, values) => [anyOf(path, values)],
  array: (schema, recur) => (path, values) => {
    const items = values.filter(Array.isArray).flat();
    const list = rule(path, { match: 'type', min: schema.minItems ?? 0 });
    return [list, ...recur(schema.items)(path + ANY_ITEM, items)];
  },
  map: (schema, recur) => (path, values) => {
    const maps = values.filter(isJsonObject);
    const keys = keysMatcher(schema.keys && 'pattern' in schema.keys ? schema.keys.pattern : undefined, maps);
    const members = maps.flatMap((map) => Object.values(map));
    return [rule(path, ...keys, { match: 'values' }), ...recur(schema.values)(path + ANY_MEMBER, members)];
  },
  object: (schema, recur) => (path, values) => {
    const objects = values.filter(isJsonObject);
    return schema.properties.flatMap(({ name, schema: inner }) => {
      const members = objects
        .filter((object) => Object.hasOwn(object, name))
        .map((object) => object[name] as JsonValue);
      return members.length === 0 ? [] : recur(inner)(path + memberStep(name), members);
    });
  },
  union: (schema, recur) => (path, values) => {
    const present = values.filter((value) => value !== null);
    if (present.length === 0) return [anyValue(path)];
    const nullable = schema.branches.some((branch) => fits(branch, definitions, null));
    const others = schema.branches.filter((branch) => !fits(branch, definitions, null));
    const fitting = others.filter((branch) => present.some((value) => fits(branch, definitions, value)));
    const [only] = others.length === 1 ? others : fitting;
    if (only === undefined || (others.length > 1 && fitting.length > 1)) return [anyOf(path, present)];
    const rules = recur(only)(path, present);
    // A list that may be null is a list here: Pact would ask `null` of it, and of each object in it, as well.
    return nullable && !present.some(isContainer) ? orNull(path, rules) : rules;
  },
  reference: (schema, recur) => (path, values) => recur(resolve(schema, definitions))(path, values),
});

/** What a response's rules are made of, beside its body. */
export interface Expectation {
  readonly schema: Schema;
  readonly definitions: Definitions;
  /** Sites that always hold one value. */
  readonly fixed: readonly FixedValue[];
  /** Names of members that the request wrote: they come back as they were sent. */
  readonly written: readonly string[];
  /** Whether the answer lists what a state has put in: where the example has items, an answer has some. */
  readonly isListed?: boolean;
}

const pathOfSite = (pointer: string): string =>
  `$${pointer
    .split('/')
    .slice(1)
    .map((segment) => (segment === '[]' ? ANY_ITEM : segment === '{}' ? ANY_MEMBER : memberStep(segment)))
    .join('')}`;

const isWithin = (path: string, outer: string): boolean =>
  path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);

/** A value that a service may spell in another way and still mean the same: the moment of a date-time. */
const hasSpellings = (rules: readonly MatchingRule[]): boolean =>
  rules.some(({ matchers }) => matchers.some((matcher) => matcher.match === 'regex' && INSTANTS.has(matcher.regex)));

const INSTANTS: ReadonlySet<unknown> = new Set(
  [...STRING_FORMATS.values()].filter(({ means }) => means === 'instant').map(({ pattern }) => pattern),
);

/** Whether a rule is that of a map, which a service may add to: without any rule Pact asks for its members alone. */
const isOfMap = ({ matchers }: MatchingRule): boolean => matchers.some(({ match }) => match === 'values');

/** The rules with those within a path replaced by equality, where there are any and nothing in them has two spellings. */
function equalAt(rules: readonly MatchingRule[], path: string): readonly MatchingRule[] {
  const within = rules.filter((inner) => isWithin(inner.path, path));
  if (within.length === 0 || hasSpellings(within)) return rules;
  const others = rules.filter((inner) => !isWithin(inner.path, path));
  const isMap = within.some((inner) => inner.path === path && isOfMap(inner));
  return isMap ? others : [...others, rule(path, { match: 'equality' })];
}

/** The rule of the list that an answer is, or has as a member: with an item, where the example has one. */
function withItems(inner: MatchingRule, body: JsonValue): MatchingRule {
  const lists = Array.isArray(body) ? [['$', body] as const] : Object.entries(isJsonObject(body) ? body : {});
  const own = lists.find(
    ([name, value]) => Array.isArray(value) && (inner.path === name || inner.path === `$${memberStep(name)}`),
  );
  const items = (own?.[1] ?? []) as readonly JsonValue[];
  if (items.length === 0 || !(Array.isArray(body) || items.every(isJsonObject))) return inner;
  const matchers = inner.matchers.map((matcher) =>
    matcher.match === 'type' && matcher.min === 0 ? { ...matcher, min: 1 } : matcher,
  );
  return { ...inner, matchers };
}

/**
 * Pact's matching rules for a response body, sorted by path: types and patterns wherever the schema leaves a choice,
 * equality for what the request wrote and for what never changes.
 */
export function matchingRules(body: JsonValue, expectation: Expectation): MatchingRule[] {
  const all = interpret(ruler(expectation.definitions), expectation.schema)('$', [body]);
  const byType = expectation.isListed === true ? all.map((inner) => withItems(inner, body)) : all;
  const equal = [
    ...expectation.written.map((name) => `$${memberStep(name)}`),
    ...expectation.fixed.map(({ pointer }) => pathOfSite(pointer)),
  ];
  return equal.reduce(equalAt, byType).toSorted((left, right) => (left.path < right.path ? -1 : 1));
}
