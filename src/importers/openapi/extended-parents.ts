import type { JsonSchema } from '../../contract';
import type { Models } from '../print-module';

/** Where references of a contract's models lead to. */
export const DEFINITIONS = '#/$defs/';

const nameIn = (schema: JsonSchema | boolean): string | undefined =>
  typeof schema === 'object' ? schema.$ref?.slice(DEFINITIONS.length) : undefined;

const isPartOf = (parent: string, child: JsonSchema | undefined): boolean =>
  (child?.allOf ?? []).some((part) => nameIn(part) === parent);

/** The models that a parent lists as alternatives, although they extend it: by the letter each would contain itself. */
function childrenOf(parent: string, models: Models): string[] {
  const model = models[parent];
  const names = [...(model?.oneOf ?? []), ...(model?.anyOf ?? [])].flatMap((branch) => nameIn(branch) ?? []);
  return names.filter((name) => isPartOf(parent, models[name]));
}

/** Returns a name that no model has: this one, or this one with a number. */
export function freeName(name: string, models: Models): string {
  let free = name;
  for (let count = 2; Object.hasOwn(models, free); count += 1) free = `${name}_${count}`;
  return free;
}

/** What the discriminator of a parent says in a child: a name that is mapped to it, else its own (OpenAPI 3.1, 4.8.25). */
function named(name: string, { discriminator }: JsonSchema): JsonSchema[] {
  if (discriminator === undefined) return [];
  const { propertyName, mapping = {} } = discriminator;
  const mapped = Object.entries(mapping).flatMap(([value, ref]) => (ref === DEFINITIONS + name ? [value] : []));
  return [{ properties: { [propertyName]: { enum: mapped.length > 0 ? mapped : [name] } } }];
}

/** Returns a model that extends another parent instead of this one. */
export const extending = (child: JsonSchema, parent: string, base: string): JsonSchema => ({
  ...child,
  ...(child.allOf === undefined
    ? {}
    : {
        allOf: child.allOf.map((part) =>
          typeof part === 'object' && nameIn(part) === parent ? { ...part, $ref: DEFINITIONS + base } : part,
        ),
      }),
});

/**
 * Models in which a parent lists the children that extend it: the children extend what it says beside its alternatives,
 * which becomes a model of its own.
 * @param tell is told the parents that are read so.
 */
export function withExtendedParents(models: Models, tell: (parent: string) => void): Models {
  const read: Record<string, JsonSchema> = { ...models };
  for (const [parent, model] of Object.entries(models)) {
    const children = childrenOf(parent, read);
    if (children.length === 0) continue;
    tell(parent);
    const base = freeName(`${parent}Base`, read);
    const { oneOf, anyOf, discriminator, ...own } = model;
    read[base] = own;
    read[parent] = {
      ...(own.description === undefined ? {} : { description: own.description }),
      ...(oneOf === undefined ? {} : { oneOf }),
      ...(anyOf === undefined ? {} : { anyOf }),
      ...(discriminator === undefined ? {} : { discriminator }),
    };
    for (const child of children) {
      const extended = extending(read[child] as JsonSchema, parent, base);
      read[child] = { ...extended, allOf: [...(extended.allOf ?? []), ...named(child, model)] };
    }
  }
  return read;
}
