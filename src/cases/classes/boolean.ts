import type { BooleanSchema } from '../../contract';
import { acceptAsItself, type KindClasses, reject } from './row';
import { wrapped, wrongTypes } from './wrong-types';

/** Classes of booleans: both of them. */
export const booleanClasses: KindClasses<BooleanSchema> = {
  typical: (_schema, _make, n) => n % 2 === 0,
  rows: () => [
    acceptAsItself('true', [true], (value) => value === true),
    acceptAsItself('false', [false], (value) => value === false),
    ...wrongTypes('a boolean', 'boolean'),
    ...wrapped(true, 'a boolean'),
    reject('text of yes and no', ['yes', 'no', 'True', 'FALSE'], 'it is text, not a boolean'),
  ],
};
