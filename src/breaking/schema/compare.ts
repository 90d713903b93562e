import type { Schema } from '../../contract';
import type { SchemaChange } from '../rules';
import { changed, type Inside, type Side, showing, unproven } from './inside';
import { type Alternatives, alternativesOf, fitsNothing, nameOfAll, type Shape } from './shape';
import { compareShapes } from './shapes';
import { schemaText } from './text';
import { type CompareShapes, compareUnions } from './unions';

const nullable = ({ shapes, isNullable }: Alternatives): boolean => isNullable && shapes[0]?.family !== 'any';

const NEVER: Schema = { kind: 'enum', values: [] };

/** Whether null became allowed; anything at all includes it and is told as such. */
function compareNull(before: Alternatives, after: Alternatives): SchemaChange[] {
  if (before.isNullable === after.isNullable || nullable(before) === nullable(after)) return [];
  const name = nullable(after) ? 'became-nullable' : 'became-not-nullable';
  const alone = (side: Alternatives): Schema => (nullable(side) ? { kind: 'null' } : NEVER);
  const change = changed(name, nameOfAll(before), nameOfAll(after));
  return [showing({ ...change, hints: [null] }, { before: alone(before), after: alone(after) })];
}

/** What cannot be said and is not what it was: the keywords that say it are named. */
function compareUnsaid(before: Alternatives, after: Alternatives): SchemaChange[] {
  const [old, now] = [before.unsaid, after.unsaid];
  const differing = [...old.filter((one) => !now.includes(one)), ...now.filter((one) => !old.includes(one))];
  if (differing.length === 0) return [];
  const told = (all: readonly string[]): string => all.join(', ') || 'nothing of the kind';
  const names = [...new Set(differing.map((one) => one.replace(/ [0-9a-f]{12}$/, '')))].join(' and ');
  return [changed('unjudged-changed', told(old), told(now), names)];
}

function compareAlternatives(before: Alternatives, after: Alternatives, compare: CompareShapes): SchemaChange[] {
  const [old, now] = [before.shapes.length, after.shapes.length];
  const told = [nameOfAll(before), nameOfAll(after)] as const;
  if (fitsNothing(before) || fitsNothing(after)) {
    if (fitsNothing(before) && fitsNothing(after)) return [];
    return [changed(fitsNothing(before) ? 'became-possible' : 'became-impossible', ...told)];
  }
  if (old === 0 && now === 0) return [];
  if (old === 0) return [changed(after.isNullable ? 'type-generalized' : 'type-changed', ...told)];
  if (now === 0) return [changed(before.isNullable ? 'type-specialized' : 'type-changed', ...told)];
  const [left, right] = [before.shapes, after.shapes];
  const isPlain = left.length === 1 && right.length === 1;
  const changes = isPlain ? compare(left[0] as Shape, right[0] as Shape) : compareUnions(before, after, compare);
  const isHidden = before.isHidden || after.isHidden;
  return [...compareNull(before, after), ...unproven(changes, { before: isHidden, after: isHidden })];
}

/** A model that changes in this many ways is another model: more is not listed. */
const MOST = 500;

/** What was found of pairs, by both of them. */
class Pairs<Key, Found> {
  private readonly known = new Map<Key, Map<Key, Found>>();

  get = (before: Key, after: Key): Found | undefined => this.known.get(before)?.get(after);

  set(before: Key, after: Key, found: Found): Found {
    this.known.set(before, (this.known.get(before) ?? new Map<Key, Found>()).set(after, found));
    return found;
  }
}

/** Objects that are written twice in the same words are one, as if both places referred to it. */
const keyOf = ({ family, schema }: Shape): Schema | string => (family === 'object' ? schemaText(schema) : schema);

/** A model says that it is deprecated for all places that refer to it: one change tells it. */
function deprecationOf(before: Side, after: Side): Inside['compare'] {
  const known = new Pairs<Schema, SchemaChange>();
  return (old, now) => {
    const targets = [before.resolve(old), after.resolve(now)] as const;
    const [was, is] = [
      old.deprecated ?? targets[0].deprecated ?? false,
      now.deprecated ?? targets[1].deprecated ?? false,
    ];
    if (was === is) return [];
    const told = (flag: boolean): string => (flag ? 'deprecated' : 'not deprecated');
    const change = changed(is ? 'deprecated' : 'reactivated', told(was), told(is));
    return [known.get(...targets) ?? known.set(...targets, change)];
  };
}

/**
 * How one schema became another: structural, through all that they refer to, whatever the models are called.
 * A pair is compared once; a pair that is met again within itself adds nothing, so that recursive models end.
 */
export function comparerOf(before: Side, after: Side, { isText }: Pick<Inside, 'isText'>): Inside['compare'] {
  const known = new Pairs<Schema | string, readonly SchemaChange[]>();
  const once: CompareShapes = (old, now) => {
    const [was, is] = [keyOf(old), keyOf(now)];
    const found = known.get(was, is);
    if (found !== undefined) return found;
    known.set(was, is, []);
    return known.set(was, is, compareShapes(old, now, { before, after, isText, compare }).slice(0, MOST));
  };
  const read = (schema: Schema, side: Side): Alternatives => {
    const known = side.alternatives.get(schema) ?? alternativesOf(schema, side.resolve, side.isPossible);
    side.alternatives.set(schema, known);
    return known;
  };
  const compareDeprecation = deprecationOf(before, after);
  const compare: Inside['compare'] = (old, now) => {
    const [was, is] = [read(old, before), read(now, after)];
    return [...compareDeprecation(old, now), ...compareUnsaid(was, is), ...compareAlternatives(was, is, once)];
  };
  return compare;
}
