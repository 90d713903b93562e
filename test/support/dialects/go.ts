import type { Dialect } from './dialect';
import { bold, capital, typesFrom } from './words';

/** Model and API pages: go. */
export const GO: Dialect = {
  name: 'go',
  losses: ['enums', 'statuses'],
  nameOf: capital,
  typeOf: typesFrom(
    {
      string: 'string',
      integer: 'int32',
      long: 'int64',
      number: 'float32',
      boolean: 'bool',
      moment: 'time.Time',
      anything: 'interface{}',
    },
    (item) => `[]${item}`,
    (value) => `map[string]${value}`,
  ),
  cellOf: (text, type, optional) => `${optional ? 'Pointer to ' : ''}${bold(text, type)}`,
  titleOf: (name) => (name.endsWith('Api') ? `\\${name}` : name),
  headingOf: (id) => `## ${id}`,
  requestOf: ({ method, path }) => `**${capital(method.toLowerCase())}** ${path}`,
  nothing: ' (empty response body)',
  exampleOf: (scheme) => `// Configure ${scheme === 'bearerAuth' ? 'HTTP bearer' : 'API key'} authorization: ${scheme}`,
};
