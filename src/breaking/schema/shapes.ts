import type { Schema } from '../../contract';
import type { SchemaChange, SchemaChangeName } from '../rules';
import { compareArrays } from './arrays';
import { compareEnums, enumToShape, shapeToEnum } from './enums';
import { changed, type Inside, showing } from './inside';
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
  if (after.family === 'any') return [typeChange('type-generalized', before, after)];
  if (before.family === 'any') return [typeChange('type-specialized', before, after)];
  if (before.family === 'enum') return enumToShape(before, after, inside);
  if (after.family === 'enum') return shapeToEnum(before, after, inside);
  return [typeChange(betweenTexts(before, after, inside), before, after)];
}

const ANY: Schema = { kind: 'any' };

/** Each family with nothing said but the type. */
const BARE: { readonly [F in Family]: (shape: ShapeOf<F>) => Schema } = {
  any: () => ANY,
  boolean: () => ({ kind: 'boolean' }),
  string: () => ({ kind: 'string' }),
  number: ({ isWhole }) => ({ kind: isWhole ? 'integer' : 'number' }),
  enum: ({ schema }) => schema,
  array: () => ({ kind: 'array', items: ANY }),
  object: () => ({ kind: 'map', values: ANY }),
};

const bare = (shape: Shape): Schema => (BARE[shape.family] as (shape: Shape) => Schema)(shape);

/** Another type: only a value that is there shows it. */
const typeChange = (name: SchemaChangeName, before: Shape, after: Shape): SchemaChange =>
  showing(changed(name, nameOf(before), nameOf(after)), { before: bare(before), after: bare(after) });

const SCALARS: readonly Family[] = ['boolean', 'number'];

const isAnyText = (shape: Shape): boolean =>
  shape.family === 'string' &&
  Object.keys(shape.schema).every((name) => ['kind', 'description', 'examples'].includes(name));

/** Where values go as bare text, numbers and flags are texts, too. */
function betweenTexts(before: Shape, after: Shape, { isText }: Inside): SchemaChangeName {
  if (isText && isAnyText(after) && SCALARS.includes(before.family)) return 'type-generalized';
  return isText && isAnyText(before) && SCALARS.includes(after.family) ? 'type-specialized' : 'type-changed';
}
