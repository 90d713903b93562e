import { childPointer, type JsonSchema, type OperationSource, type ParameterSource } from '../contract';
import { singular } from './names';
import type { Models } from './print-module';
import { type Resource, typeOf } from './resource';

/** Letters and digits alone: `pet_id` and `petId` are one. */
const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Names that any resource may have, so that they say nothing of whose they are. */
const ANYONES = ['id', 'uuid', 'uid', 'guid', 'key', 'name', 'code', 'number', 'slug'];

/** A place in a path, and what stands around it. */
interface Place {
  readonly name: string;
  /** The segment before it. */
  readonly collection: string;
  readonly isLast: boolean;
}

function placesIn(path: string): Place[] {
  const segments = path.split('/');
  return segments.flatMap((segment, index) => {
    const [, name] = /^\{([^{}]+)\}$/.exec(segment) ?? [];
    if (name === undefined) return [];
    return [{ name, collection: segments[index - 1] ?? '', isLast: index === segments.length - 1 }];
  });
}

/** Whether a place is that of the resource itself, and not of something around it. */
const isOwn = ({ collection, isLast }: Place, { words }: Resource): boolean =>
  isLast || bare(singular(collection)) === bare(words.join(''));

/** The member that a place names, by their names; `undefined` where none is surely meant. */
function memberFor(place: Place, resource: Resource): string | undefined {
  const names = Object.keys(resource.members);
  const wanted = bare(place.name);
  const own = isOwn(place, resource);
  const same = names.find((name) => bare(name) === wanted);
  if (same !== undefined && (own || !ANYONES.includes(wanted))) return same;
  const noun = bare(resource.words.join(''));
  const isKey = own && (wanted === noun || wanted === `${noun}id` || wanted.endsWith('id'));
  return isKey ? names.find((name) => bare(name) === 'id') : undefined;
}

/** Whether values of a member can stand where a parameter does: of one type, or written as text. */
function isAlike(member: JsonSchema | undefined, parameter: JsonSchema, models: Models): boolean {
  const [given, wanted] = [typeOf(member, models), typeOf(parameter, models)];
  return given === wanted ? given === 'string' || given === 'integer' : given === 'integer' && wanted === 'string';
}

/**
 * The parameters of an operation, those of its path that name its resource by one of its members with that member:
 * `petId` of `/pets/{petId}` is the `id` of the pet.
 */
export function addressed(
  { path, parameters = {} }: OperationSource,
  resource: Resource | undefined,
  models: Models,
): Readonly<Record<string, ParameterSource>> {
  const places = placesIn(path);
  const withValue = ([key, parameter]: [string, ParameterSource]): [string, ParameterSource] => {
    const place = places.find(({ name }) => parameter.in === 'path' && name === (parameter.name ?? key));
    const member = place === undefined || resource === undefined ? undefined : memberFor(place, resource);
    if (member === undefined || parameter.value !== undefined) return [key, parameter];
    if (!isAlike(resource?.members[member], parameter.schema, models)) return [key, parameter];
    return [key, { ...parameter, value: { $from: 'before', pointer: childPointer('', member) } }];
  };
  return Object.fromEntries(Object.entries(parameters).map(withValue));
}
