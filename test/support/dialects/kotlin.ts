import { snakeCase } from '../../../src/contract';
import { type Dialect, escaped } from './dialect';
import { bold, capital, same, typesFrom } from './words';

/** Model and API pages: kotlin. */
export const KOTLIN: Dialect = {
  name: 'kotlin',
  losses: ['statuses'],
  hasDoubtfulEnums: true,
  nameOf: same,
  typeOf: typesFrom(
    {
      string: 'kotlin.String',
      integer: 'kotlin.Int',
      long: 'kotlin.Long',
      number: 'java.math.BigDecimal',
      boolean: 'kotlin.Boolean',
      moment: 'java.time.OffsetDateTime',
      anything: 'kotlin.Any',
    },
    (item) => `kotlin.collections.List<${item}>`,
    (value) => `kotlin.collections.Map<kotlin.String, ${value}>`,
  ),
  cellOf: (text, type) => (text.startsWith('java.') ? `[**${text}**](${text}.md)` : bold(escaped(text), type)),
  enumCell: ({ name, type }) =>
    type.kind === 'enum'
      ? `[**inline**](#${capital(name)})`
      : `[**kotlin.collections.List&lt;inline&gt;**](#${capital(name)})`,
  enumSection: (property, values) =>
    [
      `<a id="${capital(property.name)}"></a>`,
      `## Enum: ${snakeCase(property.name)}`,
      'Name | Value',
      '---- | -----',
      `${property.name} | ${values.join(', ')}`,
      '',
      '',
    ].join('\n'),
  optionalNote: ' [optional]',
  nothing: 'null (empty response body)',
};
