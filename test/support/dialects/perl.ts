import { snakeCase } from '../../../src/contract';
import type { Dialect } from './dialect';
import { typesFrom } from './words';

/** Model and API pages: perl. */
export const PERL: Dialect = {
  name: 'perl',
  losses: ['enums', 'int64', 'statuses'],
  nameOf: snakeCase,
  typeOf: typesFrom(
    {
      string: 'string',
      integer: 'int',
      long: 'int',
      number: 'double',
      boolean: 'boolean',
      moment: 'DateTime',
      anything: 'object',
    },
    (item) => `ARRAY[${item}]`,
    (value) => `HASH[string,${value}]`,
  ),
  titleOf: (name) => `WWW::SwaggerClient::Object::${name}`,
  beforeTable: () => '## Load the model package\n```perl\nuse WWW::SwaggerClient::Object::Thing;\n```\n',
};
