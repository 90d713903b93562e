import type { Dialect } from './dialect';
import { enumName, same, typesFrom } from './words';

/** Model and API pages: javascript. */
export const JAVASCRIPT: Dialect = {
  name: 'javascript',
  losses: ['int64', 'integers', 'statuses'],
  nameOf: same,
  typeOf: typesFrom(
    {
      string: 'String',
      integer: 'Number',
      long: 'Number',
      number: 'Number',
      boolean: 'Boolean',
      moment: 'Date',
      anything: 'Object',
    },
    (item) => `[${item}]`,
    (value) => `{String: ${value}}`,
  ),
  enumSection: (property, values) => {
    const name = property.type.kind === 'list' ? `[${enumName(property)}]` : enumName(property);
    return [
      `<a name="${name}"></a>`,
      `## Enum: ${name}`,
      '',
      '',
      ...values.map((value) => `* \`${value}\` (value: \`"${value}"\`)\n`),
      '',
      '',
    ].join('\n');
  },
  titleOf: (name, api) => `${api.name}Sdk.${name}`,
};
