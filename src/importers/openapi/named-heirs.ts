import type { JsonSchema } from '../../contract';
import type { Models } from '../print-module';
import { DEFINITIONS, extending, freeName } from './extended-parents';

/** A model that extends another one, and the name that a discriminator has for it where no mapping says another. */
export interface Heir {
  readonly model: string;
  readonly name: string;
}

/** Models with a discriminator and no alternatives of their own, each with the models that extend it. */
export type Families = readonly { readonly root: Heir; readonly heirs: readonly Heir[] }[];

const ITSELF =
  'a value that its discriminator calls by the name of the model itself: whether there are any is not said';

/** The values of the discriminator that mean a model: those that are mapped to it, else its own name. */
function valuesOf({ model, name }: Heir, { mapping = {} }: NonNullable<JsonSchema['discriminator']>): string[] {
  const mapped = Object.entries(mapping).flatMap(([value, ref]) => (ref === DEFINITIONS + model ? [value] : []));
  return mapped.length > 0 ? mapped : [name];
}

const called = (property: string, values: readonly string[]): JsonSchema => ({
  properties: { [property]: { enum: [...values] } },
});

/** Whether a body must have its discriminator: without, it may be any of the models. */
const isDemanded = (base: string, property: string, models: Models, depth = 0): boolean => {
  const { required = [], allOf = [] } = models[base] ?? {};
  const refers = allOf.flatMap((part) => (typeof part === 'object' && part.$ref ? [part] : []));
  const own = allOf.some((part) => typeof part === 'object' && part.required?.includes(property));
  return (
    required.includes(property) ||
    own ||
    (depth < 20 &&
      refers.some(({ $ref = '' }) => isDemanded($ref.slice(DEFINITIONS.length), property, models, depth + 1)))
  );
};

/** Splits a model that others extend: what they extend becomes a model of its own, which they refer to instead. */
function split(parent: string, models: Record<string, JsonSchema>): string {
  const base = freeName(`${parent}Base`, models);
  const { discriminator: _, ...own } = models[parent] as JsonSchema;
  models[base] = own;
  for (const name of Object.keys(models)) models[name] = extending(models[name] as JsonSchema, parent, base);
  return base;
}

/** A model of a family as only values that its discriminator names so are. */
interface Member extends Heir {
  /** The model of just these values: itself, where nothing extends it. */
  readonly concrete: string;
  readonly values: readonly string[];
}

type Discriminator = NonNullable<JsonSchema['discriminator']>;

/** A model that nothing extends is what its discriminator names. */
function leaf(heir: Heir, discriminator: Discriminator, models: Record<string, JsonSchema>): Member {
  const model = models[heir.model] as JsonSchema;
  const values = valuesOf(heir, discriminator);
  models[heir.model] = { ...model, allOf: [...(model.allOf ?? []), called(discriminator.propertyName, values)] };
  return { ...heir, concrete: heir.model, values };
}

/** Of a model that others extend, the values that are none of theirs get a model of their own. */
function fork(heir: Heir, discriminator: Discriminator, models: Record<string, JsonSchema>): Member {
  const base = split(heir.model, models);
  const concrete = freeName(`${heir.model}Itself`, models);
  const isMapped = Object.values(discriminator.mapping ?? {}).includes(DEFINITIONS + heir.model);
  const values = valuesOf(heir, discriminator);
  models[concrete] = {
    ...(isMapped ? {} : { 'x-inexact': ITSELF }),
    allOf: [{ $ref: DEFINITIONS + base }, called(discriminator.propertyName, values)],
  };
  return { ...heir, concrete, values };
}

const alternatives = (members: readonly Member[], property: string, isNeeded: boolean): JsonSchema => ({
  [isNeeded ? 'oneOf' : 'anyOf']: members.map(({ concrete }) => ({ $ref: DEFINITIONS + concrete })),
  discriminator: {
    propertyName: property,
    mapping: Object.fromEntries(
      members.flatMap(({ concrete, values }) => values.map((value) => [value, DEFINITIONS + concrete])),
    ),
  },
});

/** Reads a family: each model that others extend is one of these or itself. */
function family(root: Heir, heirs: readonly Heir[], models: Record<string, JsonSchema>): void {
  const { discriminator } = models[root.model] as JsonSchema;
  if (discriminator === undefined) return;
  const property = discriminator.propertyName;
  const before = { ...models };
  const all = [root, ...heirs];
  const under = (model: string): readonly Heir[] =>
    heirs.filter((heir) => heir.model !== model && extendsModel(heir.model, model, before));
  const isNeeded = isDemanded(root.model, property, before);
  const members = all.map((heir) => (under(heir.model).length === 0 ? leaf : fork)(heir, discriminator, models));
  for (const { model, concrete } of members) {
    if (concrete === model) continue;
    const own = under(model).map((heir) => heir.model);
    const listed = members.filter((member) => member.model === model || own.includes(member.model));
    const { description } = before[model] as JsonSchema;
    models[model] = {
      ...(description === undefined ? {} : { description }),
      ...alternatives(listed, property, isNeeded),
    };
  }
}

/**
 * Models in which one with a discriminator is one of those that extend it, as its discriminator names (OpenAPI 3.1,
 * section 4.8.25): by the letter of JSON Schema any of them would do.
 */
export function withNamedHeirs(models: Models, families: Families, tell: (parent: string) => void): Models {
  const read: Record<string, JsonSchema> = { ...models };
  for (const { root, heirs } of families) {
    tell(root.model);
    family(root, heirs, read);
  }
  return read;
}

/** Whether a model extends another one, over however many between them. */
function extendsModel(model: string, ancestor: string, models: Models, depth = 0): boolean {
  const parents = (models[model]?.allOf ?? []).flatMap((part) =>
    typeof part === 'object' && part.$ref !== undefined ? [part.$ref.slice(DEFINITIONS.length)] : [],
  );
  return (
    parents.includes(ancestor) ||
    (depth < 20 && parents.some((parent) => extendsModel(parent, ancestor, models, depth + 1)))
  );
}
