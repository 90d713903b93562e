import { anyClasses } from './any';
import { arrayClasses } from './array';
import { booleanClasses } from './boolean';
import { enumClasses } from './enum';
import { integerClasses } from './integer';
import { mapClasses } from './map';
import { nullClasses } from './null';
import { numberClasses } from './number';
import { objectClasses } from './object';
import { referenceClasses } from './reference';
import type { ClassTable } from './row';
import { stringClasses } from './string';
import { unionClasses } from './union';

export { HARD_KEYS } from './map';
export { highest, lowest } from './numeric';
export {
  type AcceptRow,
  acceptSpelling,
  type ClassTable,
  type EitherRow,
  type KindClasses,
  type Making,
  type RejectRow,
  type Row,
} from './row';

/** What is known of the values of each kind. */
export const CLASSES: ClassTable = {
  string: stringClasses,
  integer: integerClasses,
  number: numberClasses,
  boolean: booleanClasses,
  null: nullClasses,
  enum: enumClasses,
  array: arrayClasses,
  map: mapClasses,
  object: objectClasses,
  union: unionClasses,
  any: anyClasses,
  reference: referenceClasses,
};
