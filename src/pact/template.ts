import { isJsonObject, type JsonObject, type JsonValue, type Template, valueAt } from '../contract';

/** What the places of a template are filled from. */
export interface Sources {
  readonly before: JsonValue | undefined;
  readonly request: JsonValue | undefined;
  readonly response: JsonValue | undefined;
  /** The texts in the path, by the parameter's name: known once there is a request. */
  readonly path?: JsonValue | undefined;
  /** What the setups of states give: known only when the service is called. */
  readonly state?: undefined;
}

interface Place {
  readonly $from: keyof Sources;
  readonly pointer?: string;
}

const isPlace = (template: Template): template is Place =>
  typeof template === 'object' && template !== null && '$from' in template;

const take = ({ $from, pointer = '' }: Place, sources: Sources): JsonValue | undefined => {
  const source = sources[$from];
  return source === undefined ? undefined : valueAt(source, pointer);
};

/** The template with its places filled in; a member whose place has no value is left out. */
export function fill(template: Template, sources: Sources): JsonValue | undefined {
  if (isPlace(template)) return take(template, sources);
  if (Array.isArray(template))
    return template.map((item: Template) => fill(item, sources)).filter((item) => item !== undefined);
  if (!isJsonObject(template)) return template as JsonValue;
  return fillMembers(template, sources);
}

/** The members of a template, filled in. */
export function fillMembers(members: { readonly [name: string]: Template }, sources: Sources): JsonObject {
  const filled = Object.entries(members).map(([name, inner]) => [name, fill(inner, sources)] as const);
  return Object.fromEntries(filled.filter((member): member is [string, JsonValue] => member[1] !== undefined));
}

/** The pointers into the request that a template takes values from. */
export function requestPointers(template: Template): string[] {
  if (typeof template !== 'object' || template === null) return [];
  if (isPlace(template)) return template.$from === 'request' ? [template.pointer ?? ''] : [];
  return Object.values(template as { [name: string]: Template }).flatMap(requestPointers);
}
