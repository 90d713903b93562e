import type { JsonSchema } from '../json-schema';

type Inner = JsonSchema | boolean;

/** What a schema consists of, as schemas: itself, its `allOf`, what it refers to. */
export type PartsIn = (schema: Inner) => readonly JsonSchema[];

/** Either the member is not there, or this holds. */
const unless = (name: string, demand: Inner): JsonSchema => ({
  anyOf: [{ properties: Object.fromEntries([[name, false]]) }, demand],
});

/** What members demand of the object that they are in, each as a choice between two. */
const demandsOf = ({ dependentRequired = {}, dependentSchemas = {} }: JsonSchema): JsonSchema[] => [
  ...Object.entries(dependentRequired).flatMap(([name, required]) =>
    required.length === 0 ? [] : [unless(name, { required })],
  ),
  ...Object.entries(dependentSchemas).map(([name, demand]) => unless(name, demand)),
];

const INEXACT: JsonSchema = {
  'x-inexact': 'unevaluatedProperties beside these alternatives is not supported',
};

/** All names that these speak of, and what other members must be. */
function closing(others: Inner, parts: readonly JsonSchema[]): JsonSchema {
  if (parts.some(({ oneOf, anyOf, 'x-inexact': inexact }) => (oneOf ?? anyOf ?? inexact) !== undefined)) return INEXACT;
  if (parts.some(({ additionalProperties }) => additionalProperties !== undefined)) return {};
  const names = parts.flatMap(({ properties = {} }) => Object.keys(properties));
  return { properties: Object.fromEntries(names.map((name) => [name, true])), additionalProperties: others };
}

/** Of so many alternatives each set of them is written out: those that hold speak of members together. */
const MOST_ALTERNATIVES = 3;

/** All sets but the empty one, the smaller first. */
function setsOf(branches: readonly Inner[]): Inner[][] {
  const sets: Inner[][] = [[]];
  for (const branch of branches) sets.push(...sets.map((set) => [...set, branch]));
  return sets.slice(1).sort((left, right) => left.length - right.length);
}

/** `unevaluatedProperties` beside `anyOf`: any of the alternatives at once, and no members that they do not speak of. */
function closedAlternatives(others: Inner, base: JsonSchema, branches: readonly Inner[], partsIn: PartsIn): JsonSchema {
  if (branches.length > MOST_ALTERNATIVES) return { allOf: [INEXACT, { anyOf: branches }] };
  const own = partsIn(base);
  const sets = setsOf(branches).map((set) => ({
    allOf: [...set, closing(others, [...own, ...set.flatMap(partsIn)])],
  }));
  return { anyOf: sets };
}

/** What a schema says of its members by keywords that no kind has, in words of those that kinds have. */
function impliedBy(schema: JsonSchema, base: JsonSchema, partsIn: PartsIn): JsonSchema[] {
  const { unevaluatedProperties: others, anyOf } = schema;
  const demands = demandsOf(schema);
  if (others === undefined) return demands;
  // What is demanded may speak of members, too.
  if (anyOf === undefined) return [...demands, closing(others, [...partsIn(base), ...demands])];
  return demands.length > 0 ? [...demands, INEXACT, { anyOf }] : [closedAlternatives(others, base, anyOf, partsIn)];
}

/** By schema, how it is spelled out: one for each, since schemas are told apart by what they are, not by what they say. */
export type Spellings = WeakMap<JsonSchema, JsonSchema>;

/**
 * A schema without `unevaluatedProperties`, `dependentRequired` and `dependentSchemas`: what they say stands in `allOf`, in
 * words that need no look at other schemas. Where they cannot be put so, it is inexact.
 * @param known the spellings among the same models, which are added to.
 */
export function spelledOut(schema: JsonSchema, partsIn: PartsIn, known: Spellings): JsonSchema {
  const { unevaluatedProperties, dependentRequired, dependentSchemas, ...plain } = schema;
  if ((unevaluatedProperties ?? dependentRequired ?? dependentSchemas) === undefined) return schema;
  const before = known.get(schema);
  if (before !== undefined) return before;
  // A model may come back to itself: it then adds nothing to what it speaks of.
  known.set(schema, plain);
  const { anyOf, ...base } = plain;
  const kept = unevaluatedProperties === undefined ? plain : base;
  const made = { ...kept, allOf: [...(plain.allOf ?? []), ...impliedBy(schema, base, partsIn)] };
  known.set(schema, made);
  return made;
}
