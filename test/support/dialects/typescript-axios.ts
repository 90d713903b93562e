import type { Dialect } from './dialect';
import { same, typesFrom } from './words';

/** Model and API pages: typescript-axios. */
export const TYPESCRIPT_AXIOS: Dialect = {
  name: 'typescript-axios',
  losses: ['enums', 'int64', 'integers', 'moments'],
  nameOf: same,
  typeOf: typesFrom(
    {
      string: 'string',
      integer: 'number',
      long: 'number',
      number: 'number',
      boolean: 'boolean',
      moment: 'string',
      anything: 'any',
    },
    (item) => `Array<${item}>`,
    (value) => `{ [key: string]: ${value}; }`,
  ),
  optionalNote: '[optional] [default to undefined]',
};
