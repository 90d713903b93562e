import type { Schema } from '../../contract';
import type { SchemaChange } from '../change';
import { changed, type Inside, type Side } from './inside';
import { type Alternatives, alternativesOf, nameOfAll, type Shape } from './shape';
import { compareShapes } from './shapes';
import { compareUnions } from './unions';

const nullable = ({ shapes, isNullable }: Alternatives): boolean => isNullable && shapes[0]?.family !== 'any';

/** Whether null became allowed; anything at all includes it and is told as such. */
function compareNull(before: Alternatives, after: Alternatives): SchemaChange[] {
  if (before.isNullable === after.isNullable || nullable(before) === nullable(after)) return [];
  const name = nullable(after) ? 'became-nullable' : 'became-not-nullable';
  return [changed(name, nameOfAll(before), nameOfAll(after))];
}

function compareAlternatives(before: Alternatives, after: Alternatives, inside: Inside): SchemaChange[] {
  const [old, now] = [before.shapes.length, after.shapes.length];
  const told = [nameOfAll(before), nameOfAll(after)] as const;
  if (old === 0 && now === 0) return [];
  if (old === 0) return [changed(after.isNullable ? 'type-generalized' : 'type-changed', ...told)];
  if (now === 0) return [changed(before.isNullable ? 'type-specialized' : 'type-changed', ...told)];
  const [left, right] = [before.shapes, after.shapes];
  const isPlain = left.length === 1 && right.length === 1;
  const changes = isPlain
    ? compareShapes(left[0] as Shape, right[0] as Shape, inside)
    : compareUnions(before, after, inside);
  return [...compareNull(before, after), ...changes];
}

/** A model that changes in this many ways is another model: more is not listed. */
const MOST = 500;

/**
 * How one schema became another: structural, through all that they refer to, whatever the models are called.
 * A pair of schemas is compared once, so that recursive models end.
 */
export function comparerOf(before: Side, after: Side): Inside['compare'] {
  const known = new Map<Schema, Map<Schema, readonly SchemaChange[]>>();
  const compare: Inside['compare'] = (old, now) => {
    const [was, is] = [before.resolve(old), after.resolve(now)];
    const found = known.get(was)?.get(is);
    if (found !== undefined) return found;
    const ofThis = known.get(was) ?? new Map<Schema, readonly SchemaChange[]>();
    known.set(was, ofThis.set(is, []));
    const [left, right] = [alternativesOf(was, before.resolve), alternativesOf(is, after.resolve)];
    const changes = compareAlternatives(left, right, { before, after, compare }).slice(0, MOST);
    ofThis.set(is, changes);
    return changes;
  };
  return compare;
}
