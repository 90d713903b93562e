import { isJsonObject, type Model, resolve } from '../../contract';
import type { Comparer } from './comparer';
import type { Compare } from './difference';

/** The member of a page that is its list: the only list of objects of an answer. */
export function listOfPage({ schema, definitions }: Model): string | undefined {
  const root = resolve(schema, definitions);
  if (root.kind !== 'object') return undefined;
  const lists = root.properties.filter((property) => {
    const here = resolve(property.schema, definitions);
    return here.kind === 'array' && resolve(here.items, definitions).kind === 'object';
  });
  return lists.length === 1 ? lists[0]?.name : undefined;
}

/** Compares as before; of a page, a list that a parser gives is what the page lists: the rest of it is nothing to it. */
export const orList =
  (whole: Comparer, name: string, list: Comparer): Compare =>
  (wire, got) => {
    if (!Array.isArray(got) || !isJsonObject(wire)) return whole.compare(wire, got);
    const listed = wire[name];
    if (listed === undefined || listed === null) return got.length === 0 ? undefined : whole.compare(wire, got);
    return list.compare(listed, got)?.map((difference) => ({ ...difference, path: [name, ...difference.path] }));
  };
