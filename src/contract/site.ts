import { fromPointer, siteSegment } from './pointer';
import {
  type Definitions,
  type Model,
  type ObjectSchema,
  type Property,
  type ReferenceSchema,
  resolve,
  type Schema,
} from './schema';

/**
 * A place in a model where a value stands. Its pointer is a JSON pointer with `[]` for any index, `{}` for any key
 * and `|2` for the third branch of a union (which stays at the same value).
 */
export interface Site {
  readonly pointer: string;
  /** References resolved. */
  readonly schema: Exclude<Schema, ReferenceSchema>;
  /** Whether the value may be absent from the object it belongs to. */
  readonly optional: boolean;
  /** The pointer of the site it stands in; `undefined` of the root. */
  readonly parent: string | undefined;
  /** The declaration of an object's member. */
  readonly property?: Property;
}

type Place = Omit<Site, 'schema'> & { readonly schema: Schema };

/** A site, and the models on the way to it. */
interface Visit {
  readonly site: Site;
  readonly entered: readonly string[];
  /** Where a recursive model begins again there is nothing within. */
  readonly isLeaf: boolean;
  readonly within: Visit[];
}

function visitTo(place: Place, definitions: Definitions, entered: readonly string[]): Visit {
  const name = place.schema.kind === 'reference' ? place.schema.name : undefined;
  const site: Site = { ...place, schema: resolvedAt(place, definitions) };
  if (name === undefined) return { site, entered, isLeaf: false, within: [] };
  return { site, entered: [...entered, name], isLeaf: entered.includes(name), within: [] };
}

/** What a reference leads to; examples that stand beside it are examples of the place. */
function resolvedAt({ schema }: Place, definitions: Definitions): Site['schema'] {
  const target = resolve(schema, definitions);
  if (schema.kind !== 'reference' || schema.examples === undefined) return target;
  return { ...target, examples: [...schema.examples, ...(target.examples ?? [])] };
}

function innerPlaces(site: Site): Place[] {
  const { schema, pointer } = site;
  const inner = (segment: string, inside: Schema, property?: Property): Place => ({
    pointer: `${pointer}/${segment}`,
    schema: inside,
    optional: property !== undefined && !property.required,
    parent: pointer,
    ...(property === undefined ? {} : { property }),
  });
  if (schema.kind === 'array') return [inner('[]', schema.items)];
  if (schema.kind === 'map') return [inner('{}', schema.values)];
  if (schema.kind === 'union') return schema.branches.map((branch, index) => inner(`|${index}`, branch));
  if (schema.kind !== 'object') return [];
  return propertiesOf(schema, inner);
}

const propertiesOf = (
  schema: ObjectSchema,
  inner: (segment: string, inside: Schema, property: Property) => Place,
): Place[] => schema.properties.map((property) => inner(siteSegment(property.name), property.schema, property));

const inOrder = ({ site, within }: Visit): Site[] => [site, ...within.flatMap(inOrder)];

/**
 * The sites of a model, outer before inner, in the order of the document.
 * A recursive model is entered once on each way, and listed where it begins again. Of more than `limit` sites the inner
 * ones are left out.
 */
export function sitesOf({ schema, definitions }: Model, limit = 10_000): Site[] {
  const root = visitTo({ pointer: '', schema, optional: false, parent: undefined }, definitions, []);
  let level = [root];
  for (let count = 1; level.length > 0 && count < limit; ) {
    const next: Visit[] = [];
    for (const outer of level) {
      const places = outer.isLeaf ? [] : innerPlaces(outer.site);
      for (const place of places.slice(0, limit - count)) {
        const visit = visitTo(place, definitions, outer.entered);
        outer.within.push(visit);
        next.push(visit);
        count += 1;
      }
    }
    level = next;
  }
  return inOrder(root);
}

/** The segment of a site, and the schema there, that a segment of a plain pointer stands for. */
function step(schema: Schema, segment: string, definitions: Definitions): { segment: string; schema: Schema } {
  const here = resolve(schema, definitions);
  if (here.kind === 'array') return { segment: '[]', schema: here.items };
  if (here.kind === 'map') return { segment: '{}', schema: here.values };
  if (here.kind === 'union') {
    const steps = here.branches.map((branch) => step(branch, segment, definitions));
    return (
      steps.find((candidate) => candidate.schema.kind !== 'any') ?? (steps[0] as { segment: string; schema: Schema })
    );
  }
  if (here.kind !== 'object') return { segment, schema: { kind: 'any' } };
  const property = here.properties.find((candidate) => candidate.name === segment);
  if (property !== undefined) return { segment: siteSegment(segment), schema: property.schema };
  return { segment: '{}', schema: here.additional === false ? { kind: 'any' } : here.additional };
}

/**
 * A pointer into a payload as one that is the same for all payloads: indexes become `[]`, keys of maps `{}`.
 * Branches of unions are not told apart.
 */
export function generalPointer(model: Model, pointer: string): string {
  let schema = model.schema;
  let general = '';
  for (const raw of fromPointer(pointer)) {
    const next = step(schema, raw, model.definitions);
    general += `/${next.segment}`;
    schema = next.schema;
  }
  return general;
}
