import { ContractError } from './contract-error';
import type { JsonSchema } from './json-schema';

/** Keywords to add to the schemas of a model, by site: `{ '/loginHistory': { maxItems: 5 } }`. */
export interface Refinements {
  readonly [model: string]: { readonly [site: string]: JsonSchema };
}

type Models = { readonly [name: string]: JsonSchema };

function refineAt(schema: JsonSchema, segments: readonly string[], extra: JsonSchema, where: string): JsonSchema {
  const [first, ...rest] = segments;
  if (first === undefined) return { ...schema, ...extra };
  const [keyword, inner] = innerOf(schema, first);
  if (typeof inner !== 'object')
    throw new ContractError(`the refinement ${where} names a place that the model does not have`, {
      where,
      next: 'Correct the pointer, or remove the refinement.',
    });
  const refined = refineAt(inner, rest, extra, where);
  if (keyword === 'properties') return { ...schema, properties: { ...schema.properties, [first]: refined } };
  return { ...schema, [keyword]: refined };
}

type Inner = ['items' | 'additionalProperties' | 'properties', JsonSchema | boolean | undefined];

function innerOf(schema: JsonSchema, segment: string): Inner {
  if (segment === '[]') return ['items', schema.items];
  if (segment === '{}') return ['additionalProperties', schema.additionalProperties];
  const declared = schema.properties ?? {};
  return ['properties', Object.hasOwn(declared, segment) ? declared[segment] : undefined];
}

/**
 * The models with what a document cannot say added to them. The models themselves stay as they are, so that they
 * can be imported anew.
 * @throws ContractError where a refinement names a model or a place that is not there.
 */
export function refine(models: Models, refinements: Refinements): Models {
  const refined = { ...models };
  for (const [name, bySite] of Object.entries(refinements)) {
    for (const [site, extra] of Object.entries(bySite)) {
      const model = Object.hasOwn(refined, name) ? refined[name] : undefined;
      if (model === undefined)
        throw new ContractError(`refinements name the model ${name}, which is not there`, { where: name });
      refined[name] = refineAt(model, site.split('/').slice(1), extra, `${name}${site}`);
    }
  }
  return refined;
}
