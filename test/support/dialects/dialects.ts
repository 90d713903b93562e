import { snakeCase } from '../../../src/contract';
import { type ApiProperty, type ApiType, modelIn } from './api';
import { type Dialect, escaped } from './dialect';

type Words = Readonly<Record<'string' | 'integer' | 'long' | 'number' | 'boolean' | 'moment' | 'anything', string>>;

/** A language's types from its words; an enum is a text where the language has no name for it. */
const typesFrom =
  (
    words: Words,
    list: (item: string) => string,
    map: (value: string) => string,
    model = (name: string): string => name,
  ) =>
  (type: ApiType): string => {
    const read = (inner: ApiType): string => {
      if (inner.kind === 'list') return list(read(inner.of));
      if (inner.kind === 'map') return map(read(inner.of));
      if (inner.kind === 'model') return model(inner.name);
      return inner.kind === 'enum' ? words.string : words[inner.kind];
    };
    return read(type);
  };

const capital = (name: string): string => `${name[0]?.toUpperCase()}${name.slice(1)}`;
const same = (name: string): string => name;
const bold = (text: string, type: ApiType, target = (name: string): string => `${name}.md`): string => {
  const model = modelIn(type);
  return model === undefined ? `**${text}**` : `[**${text}**](${target(model)})`;
};

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

const enumName = ({ name }: ApiProperty): string => `${capital(name)}Enum`;

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

/** The dialects that a contract can be had from. */
export const DIALECTS: readonly Dialect[] = [
  {
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
  },
  {
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
  },
  {
    name: 'python, old',
    losses: ['enums', 'int64', 'statuses'],
    nameOf: snakeCase,
    typeOf: typesFrom(
      {
        string: 'str',
        integer: 'int',
        long: 'int',
        number: 'float',
        boolean: 'bool',
        moment: 'datetime',
        anything: 'object',
      },
      (item) => `list[${item}]`,
      (value) => `dict(str, ${value})`,
    ),
    optionalNote: '[optional] ',
    titleOf: (name) => (name.endsWith('Api') ? `ledger_client.${name}` : name),
  },
  {
    name: 'python, between',
    losses: ['enums', 'int64'],
    nameOf: snakeCase,
    typeOf: typesFrom(
      {
        string: 'str',
        integer: 'int',
        long: 'int',
        number: 'float',
        boolean: 'bool',
        moment: 'datetime',
        anything: 'bool, date, datetime, dict, float, int, list, str, none_type',
      },
      (item) => `[${item}]`,
      (value) => `{str: (${value},)}`,
    ),
    lastRow:
      '**any string name** | **bool, date, datetime, dict, float, int, list, str, none_type** | any string name can be used but the value must be the correct type | [optional]',
    exampleOf: (scheme) => `* ${scheme === 'bearerAuth' ? 'Bearer' : 'Api Key'} Authentication (${scheme}):`,
  },
  {
    name: 'python, new',
    losses: ['enums', 'int64'],
    nameOf: snakeCase,
    typeOf: typesFrom(
      {
        string: 'str',
        integer: 'int',
        long: 'int',
        number: 'float',
        boolean: 'bool',
        moment: 'datetime',
        anything: 'object',
      },
      (item) => `List[${item}]`,
      (value) => `Dict[str, ${value}]`,
    ),
    optionalNote: '[optional] ',
  },
  {
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
  },
  {
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
  },
  {
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
    exampleOf: (scheme) =>
      `// Configure ${scheme === 'bearerAuth' ? 'HTTP bearer' : 'API key'} authorization: ${scheme}`,
  },
  {
    name: 'rust',
    losses: ['enums', 'moments', 'statuses'],
    nameOf: (name) => snakeCase(name),
    typeOf: typesFrom(
      {
        string: 'String',
        integer: 'i32',
        long: 'i64',
        number: 'f64',
        boolean: 'bool',
        moment: 'String',
        anything: 'serde_json::Value',
      },
      (item) => `Vec<${item}>`,
      (value) => `std::collections::HashMap<String, ${value}>`,
      (name) => `models::${name}`,
    ),
    cellOf: (text, type, optional) => {
      const cell = bold(text, type, snakeCase);
      return optional ? `Option<${cell}>` : cell;
    },
    proseOf: (text) => text,
    headingOf: (id) => `## ${id}`,
    nothing: ' (empty response body)',
    requiredColumn: true,
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
];
