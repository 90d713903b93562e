import {
  type JsonObject,
  type JsonValue,
  type Operation,
  type Response,
  stringifyJson,
  successOf,
  valueAt,
} from '../contract';

/** Something that the service keeps. */
export interface Resource {
  readonly value: JsonObject;
  /** Members that a state named: they are shown even where they are shown only sometimes. */
  readonly named: ReadonlySet<string>;
}

/** Operations whose successful answers have one model answer with the same resources. */
export const modelKey = (response: Response | undefined): string | undefined =>
  response?.schema === undefined
    ? undefined
    : JSON.stringify({ ...response.schema, description: undefined, examples: undefined });

const textOf = (value: JsonValue | undefined): string | undefined =>
  value === undefined || typeof value === 'string' ? value : stringifyJson(value);

/** A path parameter that names a resource by one of its members. */
interface Address {
  readonly parameter: string;
  readonly pointer: string;
}

/** Which path parameters of an operation name the resource, and by what. */
export function addressesOf(operation: Operation): Address[] {
  return operation.parameters.flatMap(({ name, in: place, value }) => {
    if (place !== 'path' || typeof value !== 'object' || value === null || !('$from' in value)) return [];
    const { pointer } = value as { readonly pointer?: string };
    return pointer === undefined ? [] : [{ parameter: name, pointer }];
  });
}

/** What the service keeps, by model. The latest of a model is the caller's own. */
export class Store {
  private readonly byModel = new Map<string, readonly Resource[]>();

  /** Keeps just this one of its model. */
  holdOnly(key: string, resource: Resource): void {
    this.byModel.set(key, [resource]);
  }

  /** Keeps one more, the latest. */
  add(key: string, resource: Resource): void {
    this.byModel.set(key, [...(this.byModel.get(key) ?? []), resource]);
  }

  replace(key: string, before: Resource, after: Resource): void {
    const kept = this.byModel.get(key) ?? [];
    this.byModel.set(
      key,
      kept.map((resource) => (resource === before ? after : resource)),
    );
  }

  remove(key: string, isGone: (resource: Resource) => boolean): void {
    this.byModel.set(
      key,
      (this.byModel.get(key) ?? []).filter((resource) => !isGone(resource)),
    );
  }

  /** The resource that an operation's path names; the latest one where the path names none. */
  find(operation: Operation, path: Readonly<Record<string, string>>): Resource | undefined {
    const key = modelKey(successOf(operation));
    const addresses = addressesOf(operation);
    return (this.byModel.get(key ?? '') ?? []).findLast(({ value }) =>
      addresses.every(({ parameter, pointer }) => textOf(valueAt(value, pointer)) === path[parameter]),
    );
  }

  keys(): string[] {
    return [...this.byModel.keys()];
  }

  clear(): void {
    this.byModel.clear();
  }
}
