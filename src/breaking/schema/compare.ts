import type { Schema } from '../../contract';
import type { SchemaChange } from '../rules';
import { changed, type Inside, type Side } from './inside';
import { type Alternatives, alternativesOf, nameOfAll, type Shape } from './shape';
import { compareShapes } from './shapes';
import { type CompareShapes, compareUnions } from './unions';

const nullable = ({ shapes, isNullable }: Alternatives): boolean => isNullable && shapes[0]?.family !== 'any';

/** Whether null became allowed; anything at all includes it and is told as such. */
function compareNull(before: Alternatives, after: Alternatives): SchemaChange[] {
  if (before.isNullable === after.isNullable || nullable(before) === nullable(after)) return [];
  const name = nullable(after) ? 'became-nullable' : 'became-not-nullable';
  return [changed(name, nameOfAll(before), nameOfAll(after))];
}

function compareAlternatives(before: Alternatives, after: Alternatives, compare: CompareShapes): SchemaChange[] {
  const [old, now] = [before.shapes.length, after.shapes.length];
  const told = [nameOfAll(before), nameOfAll(after)] as const;
  if (old === 0 && now === 0) return [];
  if (old === 0) return [changed(after.isNullable ? 'type-generalized' : 'type-changed', ...told)];
  if (now === 0) return [changed(before.isNullable ? 'type-specialized' : 'type-changed', ...told)];
  const [left, right] = [before.shapes, after.shapes];
  const isPlain = left.length === 1 && right.length === 1;
  const changes = isPlain ? compare(left[0] as Shape, right[0] as Shape) : compareUnions(before, after, compare);
  return [...compareNull(before, after), ...changes];
}

/** A model that changes in this many ways is another model: more is not listed. */
const MOST = 500;

/**
 * How one schema became another: structural, through all that they refer to, whatever the models are called.
 * A pair is compared once; a pair that is met again within itself adds nothing, so that recursive models end.
 */
export function comparerOf(before: Side, after: Side): Inside['compare'] {
  const known = new Map<Schema, Map<Schema, readonly SchemaChange[]>>();
  const once: CompareShapes = (old, now) => {
    const ofThis = known.get(old.schema) ?? new Map<Schema, readonly SchemaChange[]>();
    const found = ofThis.get(now.schema);
    if (found !== undefined) return found;
    known.set(old.schema, ofThis.set(now.schema, []));
    const changes = compareShapes(old, now, { before, after, compare }).slice(0, MOST);
    ofThis.set(now.schema, changes);
    return changes;
  };
  const compare: Inside['compare'] = (old, now) =>
    compareAlternatives(alternativesOf(old, before.resolve), alternativesOf(now, after.resolve), once);
  return compare;
}
