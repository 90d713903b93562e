import { type Dialect, escaped } from './dialect';
import { bold, capital, typesFrom } from './words';

/** Model and API pages: csharp. */
export const CSHARP: Dialect = {
  name: 'csharp',
  losses: ['enums', 'statuses'],
  nameOf: capital,
  typeOf: typesFrom(
    {
      string: 'string',
      integer: 'int',
      long: 'long',
      number: 'decimal',
      boolean: 'bool',
      moment: 'DateTime',
      anything: 'Object',
    },
    (item) => `List<${item}>`,
    (value) => `Dictionary<string, ${value}>`,
  ),
  cellOf: (text, type, optional) =>
    bold(escaped(optional && /^(?:int|long|bool|decimal)$/.test(text) ? `${text}?` : text), type),
  titleOf: (name) => `IO.Swagger.${name.endsWith('Api') ? 'Api' : 'Model'}.${name}`,
  optionalNote: '[optional] ',
};
