import type { OperationSource } from '../../../../src/contract';
import { type ImportedDocument, readDocument } from '../../../../src/importers';
import { makeFolder } from '../../../support/folder';
import { page } from './page';

const PET = page('**id** | **Long** |  | ');

/** An API page with one operation, in parts that may be replaced. */
interface Parts {
  readonly row?: string;
  readonly base?: string;
  readonly heading?: string;
  readonly example?: string;
  readonly parameters?: readonly string[];
  readonly columns?: string;
  readonly gives?: string;
  readonly authorization?: string;
  readonly sends?: string;
  readonly accepts?: string;
  readonly statuses?: readonly string[];
}

function apiPage(parts: Parts): string {
  const columns = parts.columns ?? 'Name | Type | Description  | Notes';
  return [
    '# \\PetApi',
    '',
    `All URIs are relative to *${parts.base ?? 'https://shop.example/v2'}*`,
    '',
    'Method | HTTP request | Description',
    '------------- | ------------- | -------------',
    parts.row ?? '[**getPet**](PetApi.md#getPet) | **GET** /pet/{petId} | Finds a pet | or not.',
    '',
    parts.heading ?? '<a name="getPet"></a>\n# **getPet**',
    '> Pet getPet(petId)',
    '',
    '### Example',
    '```',
    parts.example ?? '# getPet',
    '```',
    '',
    '### Parameters',
    '',
    columns,
    columns.replace(/[A-Z]\w*/g, '---'),
    ...(parts.parameters ?? [' **petId** | **Long**| Its id. |']),
    '',
    '### Return type',
    '',
    parts.gives ?? '[**Pet**](Pet.md)',
    '',
    '### Authorization',
    '',
    parts.authorization ?? 'No authorization required',
    '',
    '### HTTP request headers',
    '',
    ` - **Content-Type**: ${parts.sends ?? 'Not defined'}`,
    ` - **Accept**: ${parts.accepts ?? 'application/json'}`,
    '',
    ...(parts.statuses === undefined
      ? []
      : [
          '### HTTP response details',
          '| Status code | Description | Response headers |',
          '|---|---|---|',
          ...parts.statuses,
        ]),
    '[[Back to top]](#) [[Back to Model list]](../README.md)',
    '',
  ].join('\n');
}

/** What the page says: the state of an answer is none of it. */
const withoutStates = (source: OperationSource): OperationSource => ({
  ...source,
  responses: Object.fromEntries(
    Object.entries(source.responses).map(([status, { states: _, ...response }]) => [status, response]),
  ),
});

function imported(parts: Parts, files: Record<string, string> = {}): ImportedDocument {
  const folder = makeFolder({ 'Pet.md': PET, 'PetApi.md': apiPage(parts), ...files });
  try {
    return readDocument(folder.path);
  } finally {
    folder.remove();
  }
}

const operation = (parts: Parts, files?: Record<string, string>): OperationSource =>
  withoutStates(imported(parts, files).operations['getPet'] as OperationSource);

const warnings = (parts: Parts): string[] =>
  imported(parts).reports.flatMap((report) => report.warnings.map(({ message }) => message));

describe('what an API page does not say', () => {
  it.each([
    ['an answer', { gives: '' }, 'the page does not say what getPet answers with: no body is judged'],
    ['a parameter of the path', { parameters: [] }, 'the page does not say what petId of getPet is: any text is sent'],
    ['a status', { statuses: ['| **999** | What? | - |'] }, '999 of getPet is no status: the row is skipped'],
  ] as [what: string, parts: Parts, warning: string][])('is warned of: %s', (_what, parts, warning) => {
    expect(warnings(parts)).toEqual([warning]);
  });
});

const pet = { $ref: '#/$defs/Pet' };

describe('an operation of an API page', () => {
  it('has a state in which what it answers with exists', () => {
    const { responses } = imported({}).operations['getPet'] as OperationSource;
    expect(responses['200']?.states).toEqual([{ name: 'a pet exists', params: { pet: { $from: 'before' } } }]);
  });

  it('has method, path with that of the server, summary, parameters, answer and security', () => {
    expect(
      operation({
        statuses: ['| **200** | It. | * X-Rate - <br> |', '**404** | Not found | - ', '| **0** | Else. |  -  |'],
      }),
    ).toEqual({
      method: 'GET',
      path: '/v2/pet/{petId}',
      summary: 'Finds a pet | or not.',
      parameters: {
        petId: {
          in: 'path',
          schema: { type: 'integer', format: 'int64' },
          value: { $from: 'before', pointer: '/id' },
        },
      },
      security: { scheme: 'none' },
      responses: {
        '200': { description: 'It.', schema: pet },
        '404': { description: 'Not found' },
        default: { description: 'Else.' },
      },
    });
    expect(warnings({})).toEqual([]);
  });

  it.each([
    ['[**getPet**](PetApi.md#getpet) | **Get** /pet/{petId} | x', '/v2/pet/{petId}'],
    ['|[**getPet**](#getpet) | **GET** pet/{petId} | |', '/v2/pet/{petId}'],
    ['**getPet**](pet_api.md#getPet) | **GET** /pet/{petId} | ', '/v2/pet/{petId}'],
    ['[**getPet**](PetApi.md#getPet) | **GET** /pet/&gt;own | ', '/v2/pet/>own'],
  ])('is found in the row %j', (row, path) => {
    expect(operation({ row })).toMatchObject({ method: 'GET', path });
  });

  it.each(['## getPet', '## `getPet()`', '# **getPet** <a name="getPet"></a>', '<a id="getpet"></a>\n# **GetPet**'])(
    'is found under the heading %j',
    (heading) => {
      expect(operation({ heading }).responses['200']?.schema).toEqual(pet);
    },
  );

  it.each([
    ['http://localhost', '/pet/{petId}'],
    ['/api/', '/api/pet/{petId}'],
    ['https://shop.example:8080/a/b', '/a/b/pet/{petId}'],
  ])('stands behind the path of the server %s', (base, path) => {
    expect(operation({ base }).path).toBe(path);
  });

  it('that is printed a second time with the whole answer is there once', () => {
    const row =
      '[**getPet**](PetApi.md#getPet) | **GET** /pet/{petId} | \n[**getPetWithHttpInfo**](PetApi.md#getPetWithHttpInfo) | **GET** /pet/{petId} | ';
    expect(Object.keys(imported({ row }).operations)).toEqual(['getPet']);
  });

  it('with a method or a path that no contract has is said', () => {
    const row =
      '[**getPet**](PetApi.md#getPet) | **TRACE** /pet | \n[**find**](PetApi.md#find) | **GET** /pet?by=name | ';
    const { reports } = imported({ row });
    expect(reports.find(({ file }) => file === 'PetApi.md')).toMatchObject({ read: 0, skipped: 2 });
    expect(warnings({ row })).toEqual([
      expect.stringContaining('**TRACE** /pet names no operation'),
      expect.stringContaining('**GET** /pet?by=name names no operation'),
    ]);
  });
});

describe('its answer', () => {
  it.each([
    ['[**List&lt;Pet&gt;**](Pet.md)', { type: 'array', items: pet }],
    [
      '**std::collections::HashMap<String, i32>**',
      { type: 'object', additionalProperties: { type: 'integer', format: 'int32' } },
    ],
    ['CompletableFuture&lt;[**Pet**](Pet.md)&gt;', pet],
    ['[**\\Shop\\Model\\Pet[]**](../Model/Pet.md)', { type: 'array', items: pet }],
    ['**Pet**', pet],
    ['**string**', { type: 'string' }],
  ])('%s', (gives, schema) => {
    expect(operation({ gives }).responses).toEqual({ '200': { schema } });
  });

  it.each([
    'void (empty response body)',
    'null (empty response body)',
    ' (empty response body)',
    '[**void**](Void.md)',
    'ApiResponse<Void>',
    'nil (empty response body)',
  ])('%s has no body', (gives) => {
    expect(operation({ gives }).responses).toEqual({ '200': {} });
  });

  it('has the status that the page names, and its media type', () => {
    const statuses = ['| **201** | Made. |  -  |', '| **204** | None. |  -  |'];
    expect(operation({ statuses, accepts: 'application/problem+json' }).responses).toEqual({
      '201': { description: 'Made.', mediaType: 'application/problem+json', schema: pet },
      '204': { description: 'None.' },
    });
  });

  it('that is not JSON leaves the operation out, with the reason', () => {
    const parts = { accepts: 'application/xml, text/csv' };
    expect(imported(parts).operations).toEqual({ readPet: expect.anything() });
    expect(warnings(parts)).toEqual([
      'getPet is left out: it answers with application/xml, text/csv, which is not JSON',
    ]);
  });

  it('that nobody has is missing, and said', () => {
    const document = imported({ gives: '[**Cat**](Cat.md)' });
    expect(document.missing).toEqual(['Cat']);
    expect(document.reports.flatMap((report) => report.warnings)).toEqual([
      {
        where: 'PetApi.md:26',
        message:
          'getPet refers to the model Cat, which is not beside it: it stays open until contract.ts says what it is',
        open: 'Cat',
      },
    ]);
  });
});

describe('its parameters', () => {
  const row = '[**getPet**](PetApi.md#getPet) | **PUT** /pet/{petId} | ';
  const parameters = [
    ' **pet_id** | **Long**|  | ',
    ' **pet** | [**Pet**](Pet.md)|  | ',
    ' **dry_run** | **Boolean**|  | [optional] ',
  ];

  it('are in the path where that names them, the body where JSON is sent, else in the query', () => {
    expect(operation({ row, parameters, sends: 'application/json' })).toMatchObject({
      method: 'PUT',
      parameters: {
        petId: { in: 'path', schema: { type: 'integer', format: 'int64' } },
        dry_run: { in: 'query', required: false, schema: { type: 'boolean' } },
      },
      request: { required: true, schema: pet },
    });
  });

  it('of Rust have a column for what is required, those of Go a context', () => {
    const columns = 'Name | Type | Description  | Required | Notes';
    const rust = ['**pet_id** | **i64** |  | [required] |', '**dry_run** | Option<**bool**> |  |  |[default to false]'];
    expect(operation({ row, parameters: rust, columns }).parameters).toMatchObject({
      petId: { in: 'path' },
      dry_run: { in: 'query', required: false, schema: { type: 'boolean' } },
    });
    const go = ['**ctx** | **context.Context** | context for authentication, etc.', '**petId** | **int64** |  | '];
    expect(Object.keys(operation({ row, parameters: go }).parameters ?? {})).toEqual(['petId']);
  });

  it('that are required and in no place that is known are said; forms are left out', () => {
    const needed = [' **petId** | **Long**|  | ', ' **apiVersion** | **String**|  | '];
    expect(warnings({ parameters: needed })).toEqual([
      'the page does not say where apiVersion of getPet is sent: it is taken for the query',
    ]);
    const form = { row, parameters, sends: 'multipart/form-data' };
    expect(operation(form)).not.toHaveProperty('request');
    expect(warnings(form)).toEqual([
      'getPet is sent as multipart/form-data, which is not JSON: its request is left out',
    ]);
  });
});

describe('its security', () => {
  const readme = (...lines: readonly string[]): Record<string, string> => ({
    'README.md': ['## Documentation For Authorization', '', '### own', '', ...lines, ''].join('\n'),
  });
  const authorization = '[own](../README.md#own), [other](../README.md#other)';

  it.each([
    [
      ['- **Type**: API key', '- **API key parameter name**: X-Key', '- **Location**: HTTP header'],
      { scheme: 'apiKey', in: 'header', name: 'X-Key' },
    ],
    [
      ['- **Type**: API key', '- **API key parameter name**: key', '- **Location**: URL query string'],
      { scheme: 'apiKey', in: 'query', name: 'key' },
    ],
    [
      ['- **Type**: API key', '- **API key parameter name**: Authorization', '- **Location**: HTTP header'],
      { scheme: 'bearer' },
    ],
    [['- **Type**: HTTP basic authentication'], { scheme: 'basic' }],
    [['- **Type**: Bearer authentication (JWT)'], { scheme: 'bearer' }],
    [['- **Type**: OAuth', '- **Flow**: accessCode'], { scheme: 'bearer' }],
  ])('is what the README says: %j', (lines, security) => {
    expect(operation({ authorization }, readme(...lines)).security).toEqual(security);
  });

  it.each([
    ['// Configure OAuth2 access token for authorization: own', { scheme: 'bearer' }],
    ['# Configure HTTP basic authorization: own', { scheme: 'basic' }],
    ['# Configure Bearer authorization (JWT): own', { scheme: 'bearer' }],
    ['* Basic Authentication (own):', { scheme: 'basic' }],
  ])('is what the example configures: %s', (example, security) => {
    expect(operation({ authorization, example }).security).toEqual(security);
    expect(warnings({ authorization, example })).toEqual([]);
  });

  it('that nothing tells is guessed, and said', () => {
    expect(operation({ authorization }).security).toEqual({ scheme: 'bearer' });
    expect(warnings({ authorization })).toEqual([
      'the page does not say what own is: it is taken for a bearer token; see security in contract.ts',
    ]);
    expect(operation({ authorization, example: '# Configure API key authorization: own' }).security).toEqual({
      scheme: 'apiKey',
      in: 'header',
      name: 'own',
    });
  });
});
