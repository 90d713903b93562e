import type { Operation, Unjudged } from '../../contract';
import type { Change } from '../rules';
import { type Compared, contractChange } from './place';

/** Parts that are not judged, and are not what they were. */
export function compareUnjudged(before: Unjudged = {}, after: Unjudged = {}): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const told = (all: Unjudged, name: string): string => (all[name] === undefined ? 'not there' : `as of ${all[name]}`);
  return names
    .filter((name) => before[name] !== after[name])
    .map((name) => contractChange('unjudged-part-changed', told(before, name), told(after, name), name));
}

const words = ({ deprecated = false, sunset }: Operation): string =>
  deprecated || sunset !== undefined ? `deprecated${sunset === undefined ? '' : ` until ${sunset}`}` : 'not deprecated';

function compareSunset(before: Operation, after: Operation): Change[] {
  const [old, now] = [before.sunset, after.sunset];
  if (old === undefined || now === undefined || old === now) return [];
  return [contractChange(now < old ? 'sunset-moved-forward' : 'sunset-moved-back', old, now)];
}

/** What an operation announces of its end. */
export function compareDeprecation(before: Operation, after: Operation): Change[] {
  const [old, now] = [before.deprecated === true, after.deprecated === true];
  if (old === now) return compareSunset(before, after);
  return [contractChange(now ? 'operation-deprecated' : 'operation-reactivated', words(before), words(after))];
}

/** An operation that is gone: what it had announced says how much that weighs. */
export function removalOf(operation: Operation, today: string): Change {
  const route = `${operation.method} ${operation.path}`;
  const { deprecated, sunset } = operation;
  if (sunset !== undefined && sunset > today)
    return contractChange('operation-removed-before-sunset', `${route}, ${words(operation)}`, 'not there', sunset);
  if (deprecated === true || sunset !== undefined)
    return contractChange('operation-removed-as-announced', `${route}, ${words(operation)}`, 'not there');
  return contractChange('operation-removed', route, 'not there');
}

/** What changed in a contract as a whole and is not judged. */
export function compareWhole(before: Unjudged | undefined, after: Unjudged | undefined): Compared[] {
  const changes = compareUnjudged(before, after);
  return changes.length === 0 ? [] : [{ place: { operation: '', part: '' }, direction: 'contract', changes }];
}
