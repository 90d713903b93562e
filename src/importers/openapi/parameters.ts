import type { JsonLiteral, JsonSchema, ParameterSource } from '../../contract';
import type { Library } from './library';
import { jsonContent } from './media-type';
import type { ModelShelf } from './models';
import type { Notes } from './notes';
import type { Found } from './operations';
import { formOf } from './parameter-form';
import { type Place, placeAt, placesIn, textAt } from './place';
import { convertSchema } from './schema/convert';

/** What the reading of an operation's parts shares. */
export interface Desk {
  readonly library: Library;
  readonly shelf: ModelShelf;
  readonly notes: Notes;
  readonly root: Place;
  /** The part of the operation that is being read. */
  readonly scope: string;
}

/** A parameter of the document, references followed. */
export interface FoundParameter {
  readonly name: string;
  readonly in: string;
  readonly place: Place;
}

/** The operation's parameters, then those of its path that it does not say otherwise. */
export function parametersAt({ place, item }: Found, { library }: Desk): FoundParameter[] {
  const found = new Map<string, FoundParameter>();
  for (const [, written] of [...placesIn(placeAt(item, 'parameters')), ...placesIn(placeAt(place, 'parameters'))]) {
    const parameter = library.follow(written);
    const [name, where] = [textAt(parameter, 'name'), textAt(parameter, 'in')];
    if (name !== undefined && where !== undefined) found.set(`${where} ${name}`, { name, in: where, place: parameter });
  }
  return [...found.values()];
}

/** Headers that are not parameters: the body and the security say what they are. */
const NO_PARAMETERS = /^(?:accept|content-type|authorization)$/i;

const PLACES = ['path', 'query', 'header', 'cookie'] as const;

/** Keywords of a Swagger 2.0 parameter that are not about its value. */
const NOT_OF_SCHEMA = ['name', 'in', 'required', 'description', 'collectionFormat', 'allowEmptyValue'];

/** The schema of a parameter's value. */
export function parameterSchema({ place }: FoundParameter, { shelf, scope }: Desk): JsonSchema {
  const content = jsonContent(placeAt(place, 'content'));
  const schema = placeAt(place, 'schema') ?? (content === undefined ? undefined : placeAt(content.place, 'schema'));
  const plain = schema ?? { ...place, value: withoutMembers(place.value, NOT_OF_SCHEMA) };
  const converted = convertSchema(plain, shelf.reading(scope));
  const isEnding = placeAt(place, 'deprecated')?.value === true;
  const written = { ...(typeof converted === 'boolean' ? {} : converted), ...(isEnding ? { deprecated: true } : {}) };
  const given = exampleAt(place, schema !== undefined, written);
  return given.length === 0 ? written : { ...written, examples: [...given, ...(written.examples ?? [])] };
}

/** The values that a parameter is given: its own example, those by name, and, where nothing else is, its default. */
function exampleAt(place: Place, hasSchema: boolean, { examples, default: otherwise }: JsonSchema): JsonLiteral[] {
  const named = placesIn(placeAt(place, 'examples')).map(([, one]) => placeAt(one, 'value')?.value);
  const own = hasSchema ? [placeAt(place, 'example')?.value, ...named] : [];
  const known = own.filter((value) => value !== undefined && typeof value !== 'bigint') as JsonLiteral[];
  const isNone = known.length === 0 && (examples ?? []).length === 0;
  return isNone && otherwise !== undefined ? [otherwise] : known;
}

const withoutMembers = (value: Place['value'], names: readonly string[]): Place['value'] =>
  Object.fromEntries(
    Object.entries(value as object).filter(
      ([name]) => !names.includes(name) && (name === 'x-nullable' || !name.startsWith('x-')),
    ),
  );

/** The parameters of an operation; one that cannot be sent is named. */
export function parametersOf(found: Found, desk: Desk): Record<string, ParameterSource> {
  const written: Record<string, ParameterSource> = Object.create(null);
  for (const parameter of parametersAt(found, desk)) {
    const where = PLACES.find((place) => place === parameter.in);
    if (where === undefined) continue;
    if (where === 'header' && NO_PARAMETERS.test(parameter.name)) continue;
    const required = where === 'path' || placeAt(parameter.place, 'required')?.value === true;
    const form = formOf(parameter.place, where, desk.notes);
    const source: ParameterSource = { in: where, required, schema: parameterSchema(parameter, desk), ...form };
    if (parameter.name in written) written[`${parameter.name} (${where})`] = { name: parameter.name, ...source };
    else written[parameter.name] = source;
  }
  return Object.fromEntries(Object.entries(written));
}
