import { fromPointer } from '../../contract';

/** What a mistake gives for a value that is to be left out. */
export const REMOVED = Symbol('removed');

/** Whether a value is an object of data, as those are that are written again; dates and the like are not. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

type Change = (value: unknown) => unknown;

/** What is left of members or items once they are changed; the very same where nothing changes. */
function changedAt(value: unknown, segments: readonly string[], change: Change): unknown {
  const [segment, ...rest] = segments;
  if (segment === undefined) return change(value);
  if (/^\|\d+$/.test(segment)) return changedAt(value, rest, change);
  if (Array.isArray(value)) return segment === '[]' ? changedItems(value, rest, change) : value;
  return isRecord(value) ? changedMembers(value, segment, (member) => changedAt(member, rest, change)) : value;
}

function changedItems(items: readonly unknown[], rest: readonly string[], change: Change): unknown {
  const changed = items.map((item) => changedAt(item, rest, change));
  if (changed.every((item, index) => item === items[index])) return items;
  return changed.filter((item) => item !== REMOVED);
}

function changedMembers(record: Readonly<Record<string, unknown>>, segment: string, change: Change): unknown {
  const names = segment === '{}' ? Object.keys(record) : Object.hasOwn(record, segment) ? [segment] : [];
  const changed = new Map(names.map((name) => [name, change(record[name])]));
  if (names.every((name) => changed.get(name) === record[name])) return record;
  return Object.fromEntries(
    Object.entries(record)
      .map(([name, member]) => [name, changed.has(name) ? changed.get(name) : member] as const)
      .filter(([, member]) => member !== REMOVED),
  );
}

/** A value with what stands at a site changed: `[]` for any index, `{}` for any key. The very same where nothing is. */
export const changeAt = (value: unknown, site: string, change: Change): unknown =>
  changedAt(value, fromPointer(site), change);
