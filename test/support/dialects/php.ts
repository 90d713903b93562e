import { snakeCase } from '../../../src/contract';
import type { Dialect } from './dialect';
import { bold, typesFrom } from './words';

/** Model and API pages: php. */
export const PHP: Dialect = {
  name: 'php',
  losses: ['enums', 'int64', 'statuses'],
  nameOf: snakeCase,
  typeOf: typesFrom(
    {
      string: 'string',
      integer: 'int',
      long: 'int',
      number: 'float',
      boolean: 'bool',
      moment: '\\DateTime',
      anything: 'object',
    },
    (item) => `${item}[]`,
    (value) => `array<string,${value}>`,
    (name) => `\\Ledger\\Client\\Model\\${name}`,
  ),
  cellOf: (text, type) => bold(text, type),
  titleOf: (name) => `# ${name}`,
  headingOf: (id) => `## \`${id}()\``,
};
