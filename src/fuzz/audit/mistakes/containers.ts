import type { Schema } from '../../../contract';
import { isRecord } from '../change';
import { isList, type SiteMistake, valueMistake } from '../site-mistake';

const isArray = (schema: Schema): boolean => schema.kind === 'array';
const isMap = (schema: Schema): boolean => schema.kind === 'map';

/** The very same list where the change makes no difference. */
const list = (name: string, says: string, change: (items: readonly unknown[]) => readonly unknown[]): SiteMistake =>
  valueMistake(name, says, isArray, isList, (items) => {
    const changed = change(items);
    return changed.length === items.length && changed.every((item, index) => item === items[index]) ? items : changed;
  });

const isData = (value: unknown): value is Readonly<Record<string, unknown>> => isRecord(value);

const map = (name: string, says: string, keyOf: (key: string) => string | undefined): SiteMistake =>
  valueMistake(name, says, isMap, isData, (record) => {
    const entries = Object.entries(record);
    const changed = entries.flatMap(([key, value]) => {
      const kept = keyOf(key);
      return kept === undefined ? [] : [[kept, value] as const];
    });
    const isSame = changed.length === entries.length && changed.every(([key], index) => key === entries[index]?.[0]);
    return isSame ? record : Object.fromEntries(changed);
  });

/** Mistakes about lists and maps. */
export const CONTAINER_MISTAKES: readonly SiteMistake[] = [
  list('takes-the-first-item-only', 'takes a list of one for any list', (items) => items.slice(0, 1)),
  list('loses-the-last-item', 'loses the last item of a list', (items) => items.slice(0, -1)),
  list('removes-duplicates', 'removes duplicates from a list', (items) => [...new Set(items)]),
  list('drops-empty-items', 'drops what is empty from a list', (items) => items.filter((item) => item !== '')),
  list('reverses', 'gives a list in another order', (items) => [...items].reverse()),
  map('loses-proto', 'loses the key __proto__ of a map', (key) => (key === '__proto__' ? undefined : key)),
  map('loses-the-empty-key', 'loses the empty key of a map', (key) => (key === '' ? undefined : key)),
  map('lowers-keys', 'puts the keys of a map into lower case', (key) => key.toLowerCase()),
  map('camel-cases-keys', 'takes the keys of a map for names of members', (key) =>
    key.replace(/_(\w)/g, (_match, next: string) => next.toUpperCase()),
  ),
];
