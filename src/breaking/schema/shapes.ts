import type { SchemaChange } from '../rules';
import { compareArrays } from './arrays';
import { compareEnums, enumToShape, shapeToEnum } from './enums';
import { changed, type Inside } from './inside';
import { compareMembers } from './members';
import { compareNumbers } from './numbers';
import { type Family, nameOf, type Shape, type ShapeOf } from './shape';
import { compareStrings } from './strings';

/** One entry per family: how a shape changed into one of the same family. */
type Comparers = {
  readonly [F in Family]: (before: ShapeOf<F>, after: ShapeOf<F>, inside: Inside) => SchemaChange[];
};

const COMPARERS: Comparers = {
  any: () => [],
  boolean: () => [],
  string: (before, after) => compareStrings(before.schema, after.schema),
  number: compareNumbers,
  enum: (before, after) => compareEnums(before.schema, after.schema),
  array: (before, after, inside) => compareArrays(before.schema, after.schema, inside),
  object: compareMembers,
};

/** How one shape became another. */
export function compareShapes(before: Shape, after: Shape, inside: Inside): SchemaChange[] {
  if (before.family === after.family) {
    const compare = COMPARERS[before.family] as (before: Shape, after: Shape, inside: Inside) => SchemaChange[];
    return compare(before, after, inside);
  }
  if (after.family === 'any') return [changed('type-generalized', nameOf(before), nameOf(after))];
  if (before.family === 'any') return [changed('type-specialized', nameOf(before), nameOf(after))];
  if (before.family === 'enum') return enumToShape(before, after, inside);
  if (after.family === 'enum') return shapeToEnum(before, after, inside);
  return [changed('type-changed', nameOf(before), nameOf(after))];
}
