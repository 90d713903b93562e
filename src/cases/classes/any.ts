import { type AnySchema, isJsonObject } from '../../contract';
import { accept, type KindClasses, withTypical } from './row';

/** Classes of a schema that allows anything. */
export const anyClasses: KindClasses<AnySchema> = {
  typical: (schema, _make, n) => schema.examples?.[n] ?? `anything ${n + 1}`,
  rows: (schema) =>
    withTypical(schema.examples ?? ['anything 1'], [
      accept('null', [null], (value) => value === null),
      accept('a boolean', [false], (value) => typeof value === 'boolean'),
      accept('a number', [0], (value) => typeof value === 'number' || typeof value === 'bigint'),
      accept('an array', [[]], Array.isArray),
      accept('an object', [{}], isJsonObject),
    ]),
};
