import { snakeCase } from '../../../src/contract';
import type { Dialect } from './dialect';
import { typesFrom } from './words';

/** Model and API pages: ruby. */
export const RUBY: Dialect = {
  name: 'ruby',
  losses: ['enums', 'int64', 'statuses'],
  nameOf: snakeCase,
  typeOf: typesFrom(
    {
      string: 'String',
      integer: 'Integer',
      long: 'Integer',
      number: 'Float',
      boolean: 'Boolean',
      moment: 'Time',
      anything: 'Object',
    },
    (item) => `Array<${item}>`,
    (value) => `Hash<String, ${value}>`,
  ),
  outerPipes: true,
  titleOf: (name, api) => `${api.name}::${name}`,
  headingOf: (id) => `## ${id}`,
  nothing: 'nil (empty response body)',
};
