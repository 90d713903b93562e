import type { Contract, Operation } from '../../contract';
import { compareDeprecation, compareUnjudged, removalOf } from './announcements';
import { type Compared, contractChange } from './place';
import { compareSecurity } from './security';

/** A path with its parameters unnamed: their names are not on the wire. */
const bare = (path: string): string => path.replace(/\{[^}]*\}/g, '{}');

const sameRoute = (left: Operation, right: Operation): boolean =>
  left.method === right.method && bare(left.path) === bare(right.path);

/** Operations of both contracts that are one and the same. */
export interface Matched {
  readonly before: Operation;
  readonly after: Operation;
}

/** What belongs together: what is called in the same way, or what has the same id. */
export function matchOperations(before: Contract, after: Contract): Matched[] {
  const taken = new Set<Operation>();
  const find = (wanted: (candidate: Operation) => boolean): Operation | undefined => {
    const found = before.operations.find((candidate) => !taken.has(candidate) && wanted(candidate));
    if (found !== undefined) taken.add(found);
    return found;
  };
  const partners = new Map<Operation, Operation>();
  const pass = (wanted: (old: Operation, now: Operation) => boolean): void => {
    for (const now of after.operations.filter((operation) => !partners.has(operation))) {
      const old = find((candidate) => wanted(candidate, now));
      if (old !== undefined) partners.set(now, old);
    }
  };
  pass((old, now) => old.id === now.id && sameRoute(old, now));
  pass(sameRoute);
  pass((old, now) => old.id === now.id);
  // A page of one model names no call: two pages of one title are two versions of it, whatever their files are called.
  pass((old, now) => old.isStandIn === true && now.isStandIn === true && isAlone(before) && isAlone(after));
  return after.operations.flatMap((now) => {
    const old = partners.get(now);
    return old === undefined ? [] : [{ before: old, after: now }];
  });
}

const isAlone = ({ operations }: Contract): boolean => operations.length === 1;

const route = ({ method, path }: Operation): string => `${method} ${path}`;

/** Operations that only one of the contracts has. */
export function compareOperationLists(
  before: Contract,
  after: Contract,
  matched: readonly Matched[],
  today: string,
): Compared[] {
  const [old, now] = [new Set(matched.map((pair) => pair.before)), new Set(matched.map((pair) => pair.after))];
  const removed = before.operations.filter((operation) => !old.has(operation));
  const added = after.operations.filter((operation) => !now.has(operation));
  const at = (operation: Operation, change: Compared['changes'][number]): Compared => ({
    place: { operation: operation.id, part: '' },
    direction: 'contract',
    changes: [change],
  });
  return [
    ...removed.map((operation) => at(operation, removalOf(operation, today))),
    ...added.map((operation) => at(operation, contractChange('operation-added', 'not there', route(operation)))),
  ];
}

/** How an operation is called: by which method, where, with what credentials, and by what name. */
export function compareCalls({ before, after }: Matched): Compared {
  const place = { operation: after.id, part: '' };
  if (before.isStandIn === true && after.isStandIn === true) return { place, direction: 'contract', changes: [] };
  const renamed = before.id === after.id ? [] : [contractChange('operation-id-changed', before.id, after.id)];
  const method = before.method === after.method ? [] : [contractChange('method-changed', before.method, after.method)];
  const path = bare(before.path) === bare(after.path) ? [] : [contractChange('path-changed', before.path, after.path)];
  return {
    place,
    direction: 'contract',
    changes: [
      ...renamed,
      ...method,
      ...path,
      ...compareSecurity(before, after),
      ...compareDeprecation(before, after),
      ...compareUnjudged(before.unjudged, after.unjudged),
    ],
  };
}
