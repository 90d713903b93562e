import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { models } from '../../../contracts/user-update-resp/model';
import { printModelModule } from '../../../src/importers';
import { readPage } from '../../../src/importers/markdown/page';
import { meaningOf } from '../../../src/importers/markdown/type-grammar';

const FOLDER = join(__dirname, '../../../contracts/user-update-resp');
const document = readFileSync(join(FOLDER, 'UserUpdateResp.md'), 'utf8');

const page = (rows: string): string =>
  `# X\n\n## Properties\nName | Type | Description | Notes\n------------ | ------------- | ------------- | -------------\n${rows}\n`;

describe('the page of UserUpdateResp', () => {
  const { schema, references, report } = readPage(document, 'UserUpdateResp.md');

  it('has 26 properties of which 6 are required, both enums and every description', () => {
    const properties = Object.values(schema.properties ?? {});
    expect(properties).toHaveLength(26);
    expect(schema.required).toEqual(['id', 'etag', 'email', 'status', 'accountId', 'object']);
    expect(schema.properties?.['status']).toMatchObject({
      enum: ['ENROLLING', 'INVITED', 'ACTIVE', 'RESET', 'INACTIVE'],
    });
    expect(schema.properties?.['object']).toMatchObject({
      enum: expect.arrayContaining(['api-key', 'identity-provider']),
    });
    const undescribed = Object.entries(schema.properties ?? {}).filter(
      ([, property]) => typeof property === 'boolean' || property.description === undefined,
    );
    expect(undescribed).toEqual([]);
    expect(report).toMatchObject({ read: 26, skipped: 0 });
  });

  it('has its entities unescaped, its maps nested and its links named', () => {
    expect(schema.properties?.['username']).toMatchObject({
      description: expect.stringContaining('-,._@+= characters'),
    });
    expect(schema.properties?.['userProperties']).toMatchObject({
      additionalProperties: { type: 'object', additionalProperties: { type: 'string' } },
    });
    expect(schema.properties?.['creationTime']).toMatchObject({ type: 'integer', format: 'int64' });
    expect([...references]).toEqual([
      ['ActiveSession', { where: 'UserUpdateResp.md:8', message: 'activeSessions refers to the model ActiveSession' }],
      ['LoginHistory', { where: 'UserUpdateResp.md:9', message: 'loginHistory refers to the model LoginHistory' }],
    ]);
  });

  it('gives model.ts to the byte', () => {
    const printed = printModelModule({ UserUpdateResp: schema }, 'UserUpdateResp.md');
    expect(printed).toBe(readFileSync(join(FOLDER, 'model.ts'), 'utf8'));
    expect(schema).toEqual(models.UserUpdateResp);
  });
});

describe('a row', () => {
  it('may hold pipes in its description', () => {
    const { schema } = readPage(page('**unit** | **String** | one of `m` | `cm` | `mm` |  [optional]'), 'X.md');
    expect(schema.properties?.['unit']).toMatchObject({ description: 'one of `m`|`cm`|`mm`' });
    expect(schema.required).toBeUndefined();
  });

  it('may have outer pipes, a read-only note and a default with brackets', () => {
    const rows = '|**tags** | **List&lt;String&gt;** | Tags. | [optional] [readonly] [default to []] |';
    const { schema, report } = readPage(page(rows), 'X.md');
    expect(schema.properties?.['tags']).toEqual({
      type: 'array',
      items: { type: 'string' },
      readOnly: true,
      description: 'Tags.',
    });
    expect(report.warnings).toEqual([]);
  });

  it('may lack its empty last cell, as formatters leave it', () => {
    const { schema } = readPage(page('| **id** | **String** | The id. |'), 'X.md');
    expect(schema).toMatchObject({ required: ['id'], properties: { id: { description: 'The id.' } } });
  });

  it('with a note that nobody knows gives a warning with its place', () => {
    const { report } = readPage(page('**a** | **String** |  | [sometimes]'), 'X.md');
    expect(report.warnings).toEqual([{ where: 'X.md:6', message: 'the note [sometimes] of a is not understood' }]);
  });
});

describe('a page that cannot be trusted is refused', () => {
  it('where it does not say which properties are optional', () => {
    const text = '## Properties\n\nName | Type\n---- | ----\n`a` | string\n';
    expect(() => readPage(text, 'X.md')).toThrow('does not say which properties are optional');
  });

  it('where it has no properties', () => {
    expect(() => readPage('# Readme\n', 'README.md')).toThrow('no table of properties');
  });
});

describe('a type', () => {
  it.each([
    ['Long', { type: 'integer', format: 'int64' }],
    ['list[str]', { type: 'array', items: { type: 'string' } }],
    [
      'Dict[str, List[Dict[str, str]]]',
      {
        type: 'object',
        additionalProperties: { type: 'array', items: { type: 'object', additionalProperties: { type: 'string' } } },
      },
    ],
    [
      '[]map[string]int32',
      { type: 'array', items: { type: 'object', additionalProperties: { type: 'integer', format: 'int32' } } },
    ],
    ['Option<String>', { type: ['string', 'null'] }],
    ['int?', { type: ['integer', 'null'] }],
    ['Pointer to time.Time', { type: 'string', format: 'date-time' }],
    ['\\DateTime', { type: 'string', format: 'date-time' }],
    [
      'std::collections::HashMap<String, models::Pet>',
      { type: 'object', additionalProperties: { $ref: '#/$defs/Pet' } },
    ],
    ['{ [key: string]: Pet; }', { type: 'object', additionalProperties: { $ref: '#/$defs/Pet' } }],
    ['byte[]', { type: 'string', format: 'byte' }],
    ['Pet[]', { type: 'array', items: { $ref: '#/$defs/Pet' } }],
    ['object', {}],
  ])('%s', (text, schema) => {
    expect(meaningOf(text).schema).toEqual(schema);
  });
});

describe('the printer', () => {
  it('keeps hostile names and texts data', () => {
    const text = printModelModule(
      { X: { properties: { ['__proto__']: { description: "*/ '; alert(1) //" } } } },
      'a*/b.md',
    );
    expect(text).toContain("['__proto__']");
    expect(text.split('*/')).toHaveLength(3);
  });
});
