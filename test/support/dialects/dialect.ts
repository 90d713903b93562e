import { type Api, type ApiModel, type ApiOperation, type ApiProperty, type ApiType, enumIn, modelIn } from './api';

/** What pages of a dialect do not tell apart. */
export type Loss = 'enums' | 'int64' | 'integers' | 'moments' | 'statuses';

/** How a code generator writes its pages. */
export interface Dialect {
  readonly name: string;
  readonly losses: readonly Loss[];
  /** The dialect writes enums in one row, which cannot be trusted. */
  readonly hasDoubtfulEnums?: boolean;
  /** The name of a property or of an operation, which is given in camelCase. */
  readonly nameOf: (name: string) => string;
  /** A type as the language has it, without marks. */
  readonly typeOf: (type: ApiType) => string;
  /** The cell around a type: bold, a link where it leads to a model, wrappers of what is optional. */
  readonly cellOf?: (text: string, type: ApiType, optional: boolean) => string;
  readonly titleOf?: (name: string, api: Api) => string;
  readonly outerPipes?: boolean;
  readonly optionalNote?: string;
  /** Prose as the generator escapes it; most write entities. */
  readonly proseOf?: (text: string) => string;
  /** The cell of a property whose type is an enum, where the language has enums. */
  readonly enumCell?: (property: ApiProperty) => string;
  readonly enumSection?: (property: ApiProperty, values: readonly string[]) => string;
  /** More rows of the property table. */
  readonly lastRow?: string;
  readonly beforeTable?: (api: Api) => string;
  /** Where links to pages lead. */
  readonly requestOf?: (operation: ApiOperation) => string;
  readonly headingOf?: (id: string) => string;
  readonly signatureOf?: (operation: ApiOperation, id: string) => string;
  readonly nothing?: string;
  readonly exampleOf?: (scheme: string) => string;
  /** Rust's parameter tables have a column of their own for what is required. */
  readonly requiredColumn?: boolean;
}

export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '\\&quot;')
    .replaceAll('`', '&#x60;')
    .replaceAll("'", '&#39;')
    .replaceAll('=', '&#x3D;');

const usualCell = (text: string, type: ApiType): string => {
  const model = modelIn(type);
  return model === undefined ? `**${escaped(text)}**` : `[**${escaped(text)}**](${model}.md)`;
};

const row = (dialect: Dialect, cells: readonly string[]): string =>
  dialect.outerPipes ? `|${cells.join(' | ')} |` : cells.join(' | ').replace(/ +$/, ' ');

const header = (dialect: Dialect, columns: readonly string[]): string =>
  dialect.outerPipes
    ? `| ${columns.join(' | ')} |\n|${columns.map(() => '------------').join(' | ')}|`
    : `${columns.join(' | ')}\n${columns.map(() => '-------------').join(' | ')}`;

function propertyLine(dialect: Dialect, property: ApiProperty): string {
  const { name, type, required, description } = property;
  const isEnum = dialect.enumCell !== undefined && enumIn(type) !== undefined;
  const usual = (): string => (dialect.cellOf ?? usualCell)(dialect.typeOf(type), type, !required);
  const cell = isEnum ? (dialect.enumCell?.(property) ?? '') : usual();
  const prose = (dialect.proseOf ?? escaped)(description);
  return row(dialect, [
    `**${dialect.nameOf(name)}**`,
    cell,
    prose,
    required ? '' : (dialect.optionalNote ?? '[optional]'),
  ]);
}

/** A model page, by file name. */
export function modelPage(dialect: Dialect, model: ApiModel, api: Api): [file: string, text: string] {
  const sections = model.properties.flatMap((property) => {
    const values = enumIn(property.type);
    return values === undefined || dialect.enumSection === undefined ? [] : [dialect.enumSection(property, values)];
  });
  const lines = [
    `# ${(dialect.titleOf ?? ((name) => name))(model.name, api)}`,
    '',
    ...(dialect.beforeTable === undefined ? [] : [dialect.beforeTable(api)]),
    '## Properties',
    '',
    header(dialect, ['Name', 'Type', 'Description', 'Notes']),
    ...model.properties.map((property) => propertyLine(dialect, property)),
    ...(dialect.lastRow === undefined ? [] : [dialect.lastRow]),
    '',
    ...sections,
    '[[Back to Model list]](../README.md#documentation-for-models) [[Back to README]](../README.md)',
    '',
  ];
  return [`${model.name}.md`, lines.join('\n')];
}

function parameterTable(dialect: Dialect, operation: ApiOperation): string {
  const body =
    operation.body === undefined
      ? []
      : [{ name: camel(operation.body), required: true, type: { kind: 'model' as const, name: operation.body } }];
  const all = [...operation.parameters, ...body];
  if (all.length === 0) return 'This endpoint does not need any parameter.';
  const columns = ['Name', 'Type', 'Description ', ...(dialect.requiredColumn ? ['Required'] : []), 'Notes'];
  const rows = all.map(({ name, required, type }) => {
    const cell = (dialect.cellOf ?? usualCell)(dialect.typeOf(type), type, !required);
    const flag = dialect.requiredColumn ? [required ? '[required]' : '', ''] : [required ? '' : '[optional]'];
    return row(dialect, [` **${dialect.nameOf(name)}**`, cell, 'What it is.', ...flag]);
  });
  return [header(dialect, columns), ...rows].join('\n');
}

const camel = (name: string): string => `${name[0]?.toLowerCase()}${name.slice(1)}`;

function operationSection(dialect: Dialect, operation: ApiOperation): string {
  const id = dialect.nameOf(operation.id);
  const { returns, statuses, scheme, body } = operation;
  const gives =
    returns === undefined
      ? (dialect.nothing ?? 'void (empty response body)')
      : (dialect.cellOf ?? usualCell)(dialect.typeOf(returns), returns, false);
  return [
    (dialect.headingOf ?? ((name) => `# **${name}**`))(id),
    `> ${returns === undefined ? '' : `${dialect.typeOf(returns)} `}${id}(...)`,
    '',
    'What it does.',
    '',
    '### Example',
    '```',
    `# this is no heading`,
    ...(scheme === undefined
      ? []
      : [
          (
            dialect.exampleOf ??
            ((name) => `// Configure ${name === 'bearerAuth' ? 'HTTP bearer' : 'API key'} authorization: ${name}`)
          )(scheme),
        ]),
    '```',
    '',
    '### Parameters',
    '',
    parameterTable(dialect, operation),
    '',
    '### Return type',
    '',
    gives,
    '',
    '### Authorization',
    '',
    scheme === undefined ? 'No authorization required' : `[${scheme}](../README.md#${scheme})`,
    '',
    '### HTTP request headers',
    '',
    ` - **Content-Type**: ${body === undefined ? 'Not defined' : 'application/json'}`,
    ` - **Accept**: application/json`,
    '',
    ...(dialect.losses.includes('statuses')
      ? []
      : [
          '### HTTP response details',
          '| Status code | Description | Response headers |',
          '|-------------|-------------|------------------|',
          ...statuses.map(([status, text]) => `| **${status}** | ${text} |  -  |`),
          '',
        ]),
    '[[Back to top]](#) [[Back to API list]](../README.md#documentation-for-api-endpoints)',
    '',
  ].join('\n');
}

/** The API page, by file name. */
export function apiPage(dialect: Dialect, api: Api): [file: string, text: string] {
  const file = `${api.name}Api.md`;
  const rows = api.operations.map((operation) => {
    const id = dialect.nameOf(operation.id);
    const request = (dialect.requestOf ?? (({ method, path }) => `**${method}** ${path}`))(operation);
    return row(dialect, [`[**${id}**](${file}#${id})`, request, 'What it does']);
  });
  const text = [
    `# ${(dialect.titleOf ?? ((name) => name))(`${api.name}Api`, api)}`,
    '',
    'All URIs are relative to *https://ledger.example/v1*',
    '',
    header(dialect, ['Method', 'HTTP request', 'Description']),
    ...rows,
    '',
    ...api.operations.map((operation) => operationSection(dialect, operation)),
  ].join('\n');
  return [file, text];
}

/** What READMEs say of security. */
const README = [
  '# Ledger',
  '',
  '## Documentation For Authorization',
  '',
  '### bearerAuth',
  '- **Type**: HTTP Bearer Token authentication',
  '',
  '### apiKeyAuth',
  '- **Type**: API key',
  '- **API key parameter name**: X-Api-Key',
  '- **Location**: HTTP header',
  '',
].join('\n');

/** All pages of an API, by file name. */
export const pagesIn = (dialect: Dialect, api: Api): Record<string, string> =>
  Object.fromEntries([
    ...api.models.map((model) => modelPage(dialect, model, api)),
    apiPage(dialect, api),
    ['README.md', README],
  ]);
