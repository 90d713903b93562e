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

interface Walk {
  readonly definitions: Definitions;
  readonly sites: Site[];
  readonly limit: number;
}

type Place = Omit<Site, 'schema'> & { readonly schema: Schema };

/**
 * The names of the models on the way: each is entered once, so that a recursive model has finitely many sites. Where it
 * would be entered again is a site too, with nothing within.
 */
function visit(walk: Walk, place: Place, entered: readonly string[]): void {
  if (walk.sites.length >= walk.limit) return;
  const name = place.schema.kind === 'reference' ? place.schema.name : undefined;
  const site: Site = { ...place, schema: resolve(place.schema, walk.definitions) };
  walk.sites.push(site);
  if (name !== undefined && entered.includes(name)) return;
  for (const inner of innerPlaces(site)) visit(walk, inner, name === undefined ? entered : [...entered, name]);
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

/**
 * The sites of a model, outer before inner, in the order of the document.
 * A recursive model is entered once, and listed where it begins again; no more than `limit` sites are listed.
 */
export function sitesOf(model: Model, limit = 10_000): Site[] {
  const walk: Walk = { definitions: model.definitions, sites: [], limit };
  visit(walk, { pointer: '', schema: model.schema, optional: false, parent: undefined }, []);
  return walk.sites;
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
