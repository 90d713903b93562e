import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

/** A mapping of a YAML document, or a sequence by its indexes. */
export interface Yaml {
  readonly [name: string]: unknown;
}

/** The documents of a file. @throws Error where one of them is not YAML, or has a key twice. */
export const documentsIn = (file: string): Yaml[] =>
  parseAllDocuments(readFileSync(file, 'utf8'), { strict: true, uniqueKeys: true }).map((document) => {
    if (document.errors[0] !== undefined) throw document.errors[0];
    return document.toJS() as Yaml;
  });

/** What stands at a path, `undefined` where there is nothing. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Yaml | undefined)?.[key], value);

/** The sequence at a path, empty where there is none. */
export const listAt = (value: unknown, ...path: readonly (string | number)[]): Yaml[] =>
  (at(value, ...path) ?? []) as Yaml[];

/** All texts in a document: the scripts among them as a shell gets them. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
