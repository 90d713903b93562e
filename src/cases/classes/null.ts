import type { NullSchema } from '../../contract';
import { acceptAsItself, type KindClasses } from './row';
import { wrongTypes } from './wrong-types';

/** Classes of null: itself, and what is not. */
export const nullClasses: KindClasses<NullSchema> = {
  typical: () => null,
  rows: () => [acceptAsItself('null', [null], (value) => value === null), ...wrongTypes('null', 'null')],
};
