import type { Dialect } from './dialect';
import { same, typesFrom } from './words';

/** Model and API pages: dart. */
export const DART: Dialect = {
  name: 'dart',
  losses: ['enums', 'int64', 'statuses'],
  nameOf: same,
  typeOf: typesFrom(
    {
      string: 'String',
      integer: 'int',
      long: 'int',
      number: 'num',
      boolean: 'bool',
      moment: 'DateTime',
      anything: 'Object',
    },
    (item) => `BuiltList<${item}>`,
    (value) => `BuiltMap<String, ${value}>`,
  ),
  titleOf: (name) => `ledger.model.${name}`,
  optionalNote: '[optional] [default to null]',
};
