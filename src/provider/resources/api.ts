import { type Contract, type Operation, placeNames, withoutLastSlash } from '../../contract';

/** A resource as the paths of a contract show it: a collection, and items in it. */
export interface ResourceApi {
  /** The path of its items, which names it: `/pets/{petId}`. */
  readonly item: string;
  /** The parameter that tells items apart. */
  readonly parameter: string;
  readonly create?: Operation | undefined;
  readonly list?: Operation | undefined;
  readonly read?: Operation | undefined;
  readonly changes: readonly Operation[];
  readonly remove?: Operation | undefined;
}

/** Letters and digits alone: `pet_id` and `petId` are one. */
export const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether one path is the other in the plural: `/silence` and `/silences`. */
const isPlural = (many: string, one: string): boolean =>
  many === `${one}s` || many === `${one}es` || many === `${one.replace(/y$/, 'i')}es`;

/** The operations of a collection: at its own path or, where there is none, at that of its plural. */
function inCollection(operations: readonly Operation[], collection: string, method: string): Operation | undefined {
  const own = operations.filter((operation) => operation.method === method);
  return (
    own.find(({ path }) => withoutLastSlash(path) === collection) ??
    own.find(({ path }) => isPlural(withoutLastSlash(path), collection))
  );
}

/** Finds the resources of a contract: outer ones first, since the paths of inner ones need them. */
export function resourcesOf({ operations }: Contract): ResourceApi[] {
  const items = [...new Set(operations.map(({ path }) => withoutLastSlash(path)))].filter((path) =>
    /\/\{[^{}/]+\}$/.test(path),
  );
  const resources = items.map((item): ResourceApi => {
    const collection = item.slice(0, item.lastIndexOf('/'));
    const at = (method: string): Operation | undefined =>
      operations.find((operation) => operation.method === method && withoutLastSlash(operation.path) === item);
    return {
      item,
      parameter: placeNames(item).at(-1) ?? '',
      create: inCollection(operations, collection, 'POST'),
      list: inCollection(operations, collection, 'GET'),
      read: at('GET'),
      changes: ['PUT', 'PATCH'].flatMap((method) => at(method) ?? []),
      remove: at('DELETE'),
    };
  });
  return resources.sort((left, right) => placeNames(left.item).length - placeNames(right.item).length);
}

/** The operations of a resource. */
export const operationsOf = ({ create, list, read, changes, remove }: ResourceApi): Operation[] =>
  [create, list, read, ...changes, remove].filter((operation) => operation !== undefined);
