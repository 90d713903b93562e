import { ContractError } from './contract-error';
import type { JsonLiteral, JsonSchema } from './json-schema';

/** Keywords to add to the schemas of a model, by site: `{ '/loginHistory': { maxItems: 5 } }`. */
export interface Refinements {
  readonly [model: string]: { readonly [site: string]: JsonSchema };
}

/** Values that services take, by model and site: `{ Host: { '/name': ['db-1.example.com'] } }`. */
export interface Samples {
  readonly [model: string]: { readonly [site: string]: readonly JsonLiteral[] };
}

type Models = { readonly [name: string]: JsonSchema };

/** What becomes of the schema at a place. */
type Change = (schema: JsonSchema) => JsonSchema;

/** Something to be done at a place of a model. */
interface Work {
  readonly models: Models;
  /** The place as it is written: `Order/total`. */
  readonly where: string;
  /** The member of the contract that it is written in. */
  readonly of: 'refinements' | 'samples';
  readonly change: Change;
}

/** So many references are followed from one model to the next. */
const MOST_FOLLOWED = 50;

const PREFIX = '#/$defs/';

type Inner = readonly [
  keyword: 'items' | 'additionalProperties' | 'properties',
  schema: JsonSchema | boolean | undefined,
];

function innerOf(schema: JsonSchema, segment: string): Inner {
  if (segment === '[]') return ['items', schema.items];
  if (segment === '{}') return ['additionalProperties', schema.additionalProperties];
  const declared = schema.properties ?? {};
  return ['properties', Object.hasOwn(declared, segment) ? declared[segment] : undefined];
}

/** The model that a schema refers to, as a part that its own `allOf` has beside what else it says. */
const referred = ({ $ref }: JsonSchema, models: Models): JsonSchema | undefined =>
  $ref?.startsWith(PREFIX) === true ? models[$ref.slice(PREFIX.length)] : undefined;

/** Whether a part of a schema, in its `allOf` or behind its reference, has a place. */
function hasPlace(schema: JsonSchema, segments: readonly string[], models: Models, followed = 0): boolean {
  const [first, ...rest] = segments;
  if (first === undefined) return true;
  if (followed > MOST_FOLLOWED) return false;
  const [, inner] = innerOf(schema, first);
  if (typeof inner === 'object' && hasPlace(inner, rest, models, followed + 1)) return true;
  const target = referred(schema, models);
  const parts = [...(schema.allOf ?? []), ...(target === undefined ? [] : [target])];
  return parts.some((part) => typeof part === 'object' && hasPlace(part, segments, models, followed + 1));
}

/** The keywords at a place of nothing else: what is added to an `allOf` whose parts have the place. */
function alone([first, ...rest]: readonly string[], change: Change): JsonSchema {
  if (first === undefined) return change({});
  const inner = alone(rest, change);
  if (first === '[]') return { items: inner };
  return first === '{}' ? { additionalProperties: inner } : { properties: { [first]: inner } };
}

/** The first part that has examples gives them, so that samples stand before the others. */
function withPart(schema: JsonSchema, part: JsonSchema, { of }: Work): JsonSchema {
  const { allOf = [] } = schema;
  return { ...schema, allOf: of === 'samples' ? [part, ...allOf] : [...allOf, part] };
}

function changeAt(schema: JsonSchema, segments: readonly string[], work: Work): JsonSchema {
  const [first, ...rest] = segments;
  if (first === undefined) return work.change(schema);
  const [keyword, inner] = innerOf(schema, first);
  if (typeof inner === 'object') {
    const changed = changeAt(inner, rest, work);
    if (keyword === 'properties') return { ...schema, properties: { ...schema.properties, [first]: changed } };
    return { ...schema, [keyword]: changed };
  }
  if (hasPlace(schema, segments, work.models)) return withPart(schema, alone(segments, work.change), work);
  const { where, of } = work;
  throw new ContractError(
    `${of === 'samples' ? 'samples' : 'the refinement'} ${where} names a place that the model does not have`,
    {
      where,
      next: `Correct the pointer, or remove it from the ${of}.`,
    },
  );
}

function changed<T>(
  models: Models,
  bySite: Readonly<Record<string, Readonly<Record<string, T>>>>,
  of: Work['of'],
  changeTo: (value: T) => Change,
): Models {
  const made: Record<string, JsonSchema> = { ...models };
  for (const [name, sites] of Object.entries(bySite)) {
    for (const [site, value] of Object.entries(sites)) {
      const model = Object.hasOwn(made, name) ? made[name] : undefined;
      if (model === undefined)
        throw new ContractError(`${of} name the model ${name}, which is not there`, { where: name });
      const work = { models: made, where: `${name}${site}`, of, change: changeTo(value) };
      made[name] = changeAt(model, site.split('/').slice(1), work);
    }
  }
  return made;
}

/**
 * The models with what a document cannot say added to them. The models themselves stay as they are, so that they
 * can be imported anew.
 * @throws ContractError where a refinement names a model or a place that is not there.
 */
export const refine = (models: Models, refinements: Refinements): Models =>
  changed(models, refinements, 'refinements', (extra) => (schema) => ({ ...schema, ...extra }));

/**
 * The models with samples as their first examples: nothing is tightened by them.
 * @throws ContractError where they name a model or a place that is not there.
 */
export const withSamples = (models: Models, samples: Samples): Models =>
  changed(models, samples, 'samples', (values) => (schema) => ({
    ...schema,
    examples: [...values, ...(schema.examples ?? [])],
  }));
