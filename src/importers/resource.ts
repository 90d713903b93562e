import type { JsonSchema, OperationSource } from '../contract';
import { mainStatus } from './main-status';
import { singular } from './names';
import type { Models } from './print-module';

/** What an operation reads or changes, where its successful answer is an object that has a name. */
export interface Resource {
  /** Its name in words: `['user']` of `UserUpdateResp`. */
  readonly words: readonly string[];
  /** Its members as the document says them, those of `allOf` with them. */
  readonly members: Readonly<Record<string, JsonSchema>>;
}

/** What names of models say of the call and not of the resource: `GetUserResponse`, `UserUpdateResp`. */
const VERBS = ['get', 'read', 'create', 'update', 'patch', 'replace'];
const ENDINGS = [...VERBS, 'resp', 'response', 'dto', 'model'];

/** `UserUpdateResp` as words: what a state is about. A name that says nothing else, as `Update`, stays as it is. */
function wordsOf(model: string): string[] {
  const words = model
    .replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  const start = words.findIndex((word) => !VERBS.includes(word));
  const end = words.findLastIndex((word) => !ENDINGS.includes(word));
  return start === -1 || end < start ? words : words.slice(start, end + 1);
}

const REFERENCE = '#/$defs/';

const nameOf = (schema: JsonSchema | undefined): string | undefined => schema?.$ref?.slice(REFERENCE.length);

type Members = Readonly<Record<string, JsonSchema>> | undefined;

/** The members of models by their name: a model may be part of many, and those of many more. */
const MEMBERS = new WeakMap<Models, Map<string, Members>>();

/** The members of a model; none of one that is part of itself. */
function membersOfModel(name: string, models: Models): Members {
  const known = MEMBERS.get(models) ?? new Map<string, Members>();
  MEMBERS.set(models, known);
  if (!known.has(name)) {
    known.set(name, undefined);
    known.set(name, membersOf(models[name], models));
  }
  return known.get(name);
}

/** The members of what is surely an object: no list, no choice, nothing that may be null; `undefined` of all else. */
export function membersOf(schema: JsonSchema | undefined, models: Models): Members {
  const name = nameOf(schema);
  if (name !== undefined) return membersOfModel(name, models);
  const parts = (schema?.allOf ?? []).flatMap((part) =>
    typeof part === 'object' ? (membersOf(part, models) ?? []) : [],
  );
  if (schema?.type !== 'object' && parts.length === 0) return undefined;
  const own = Object.entries(schema?.properties ?? {}).filter(
    (member): member is [string, JsonSchema] => typeof member[1] === 'object',
  );
  return Object.assign({}, ...parts, Object.fromEntries(own)) as Record<string, JsonSchema>;
}

/** What the items of the collection before the path's last place are called: `todo` of `/todos/{id}`. */
const collectionNoun = (path: string): string => singular(/([^/{}]+)\/\{[^{}/]+\}$/.exec(path)?.[1] ?? '');

/** What the last parameter of a path names, in words: `order` of `/orders/{id}/items`; empty where there is none. */
export const pathNoun = (path: string): string =>
  wordsOf(singular(/([^/{}]+)\/\{[^{}/]+\}[^{}]*$/.exec(path)?.[1] ?? '')).join(' ');

/** The resource of an operation; `undefined` where its answer is no object, or has no name. */
export function resourceOf(operation: OperationSource, models: Models): Resource | undefined {
  const schema = operation.responses[mainStatus(operation) ?? '']?.schema;
  const members = membersOf(schema, models);
  const words = wordsOf(nameOf(schema) ?? schema?.title ?? collectionNoun(operation.path));
  return members === undefined || words.length === 0 ? undefined : { words, members };
}

/** The type of a schema, of a reference that of its model; `undefined` where it has none, or several. */
export function typeOf(schema: JsonSchema | undefined, models: Models, depth = 0): string | undefined {
  const name = nameOf(schema);
  if (name !== undefined && depth < 20) return typeOf(models[name], models, depth + 1);
  return typeof schema?.type === 'string' ? schema.type : undefined;
}
