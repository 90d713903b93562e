import type { ApiProperty, ApiType } from './api';
import { type Dialect, escaped } from './dialect';
import { bold, enumName, same, typesFrom, type Words } from './words';

const JAVA: Words = {
  string: 'String',
  integer: 'Integer',
  long: 'Long',
  number: 'BigDecimal',
  boolean: 'Boolean',
  moment: 'OffsetDateTime',
  anything: 'Object',
};
const javaTypes = typesFrom(
  JAVA,
  (item) => `List<${item}>`,
  (value) => `Map<String, ${value}>`,
);

/** The text of a type with its enum: `List<RolesEnum>`. */
const enumTyped = (type: ApiType, name: string): string => {
  if (type.kind === 'enum') return name;
  return type.kind === 'list'
    ? `List<${enumTyped(type.of, name)}>`
    : `Map<String, ${enumTyped((type as { of: ApiType }).of, 'InnerEnum')}>`;
};

const constant = (value: string): string => value.toUpperCase().replaceAll('-', '_');

const javaCell = (text: string, type: ApiType): string => bold(escaped(text), type);

const table = (values: readonly string[], outer: boolean): string => {
  const rows = values.map((value) => `${constant(value)} | &quot;${value}&quot;`);
  return outer
    ? ['| Name | Value |', '|---- | -----|', ...rows.map((row) => `| ${row} |`)].join('\n')
    : ['Name | Value', '---- | -----', ...rows].join('\n');
};

const javaEnumCell = (property: ApiProperty): string => {
  const name = escaped(enumTyped(property.type, enumName(property)));
  return `[**${name}**](#${name})`;
};

const javaSection = (property: ApiProperty, values: readonly string[], outer: boolean): string => {
  const name = enumTyped(property.type, enumName(property));
  return [
    ...(outer ? [] : [`<a name="${name}"></a>`]),
    `## Enum: ${escaped(name)}`,
    ...(outer ? [''] : []),
    table(values, outer),
    '',
    '',
  ].join('\n');
};

/** Model and API pages: java by swagger-codegen. */
export const JAVA_BY_SWAGGER_CODEGEN: Dialect = {
  name: 'java by swagger-codegen',
  losses: ['statuses'],
  nameOf: same,
  typeOf: typesFrom(
    { ...JAVA, moment: 'DateTime' },
    (item) => `List<${item}>`,
    (value) => `Map<String, ${value}>`,
  ),
  cellOf: javaCell,
  optionalNote: ' [optional]',
  enumCell: javaEnumCell,
  enumSection: (property, values) => javaSection(property, values, false),
  nothing: 'null (empty response body)',
};

/** Model and API pages: java by openapi-generator. */
export const JAVA_BY_OPENAPI_GENERATOR: Dialect = {
  name: 'java by openapi-generator',
  losses: [],
  nameOf: same,
  typeOf: javaTypes,
  cellOf: javaCell,
  outerPipes: true,
  optionalNote: ' [optional]',
  enumCell: javaEnumCell,
  enumSection: (property, values) => javaSection(property, values, true),
  headingOf: (id) => `## ${id}`,
  nothing: 'null (empty response body)',
};
