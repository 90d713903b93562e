import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { models } from '../../../../contracts/user-update-resp/model';
import { printModelModule } from '../../../../src/importers';
import { readModelPage } from '../../../../src/importers/markdown/model-page';
import { page, propertiesOf, read, warningsOf } from './page';

const FOLDER = join(__dirname, '../../../../contracts/user-update-resp');
const document = readFileSync(join(FOLDER, 'UserUpdateResp.md'), 'utf8');

describe('the page of UserUpdateResp', () => {
  const { schema, missing, report } = readModelPage(document, 'UserUpdateResp.md');

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
    expect(properties.filter((one) => typeof one === 'boolean' || one.description === undefined)).toEqual([]);
    expect(report).toEqual({ file: 'UserUpdateResp.md', read: 26, skipped: 0, warnings: [] });
  });

  it('has its entities unescaped, its maps nested and its links named', () => {
    expect(schema.properties?.['username']).toMatchObject({
      description: expect.stringContaining('-,._@+= characters'),
    });
    expect(schema.properties?.['userProperties']).toMatchObject({
      additionalProperties: { type: 'object', additionalProperties: { type: 'string' } },
    });
    expect(schema.properties?.['creationTime']).toMatchObject({ type: 'integer', format: 'int64' });
    expect([...missing]).toEqual([
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
  it.each([
    ['**a** | **String** | one of `m` | `cm` \\| `mm` \\\\| b |  [optional]', 'one of `m` | `cm` | `mm` \\| b'],
    [
      '|**a** | **String** | <sign> ::= + | - | "" (28 pipes \\| in all) |  [optional] |',
      '<sign> ::= + | - | "" (28 pipes | in all)',
    ],
    [
      '**a** | **String** | say \\&quot;yes&quot; &amp; &#39;no&#39; &lt;b&gt; &#x3D;&#x60; | [optional]',
      `say "yes" & 'no' <b> =\``,
    ],
    ['**a** | **String** | a&notify=1&copy=2 | [optional]', 'a&notify=1&copy=2'],
    ['**a** | **String** | first.<br/>Second.<br> Third | [optional]', 'first. Second.  Third'],
    ['**a** | **String** | first line\nand a second | [optional]', 'first line and a second'],
    ['**a** | **String** | first\n\nand, after a blank line, more | [optional]', 'first and, after a blank line, more'],
    ['| **a**               | **String**            | Padded.  | [optional] |', 'Padded.'],
  ])('keeps the whole description of %j', (row, description) => {
    const { schema, report } = read(page(row));
    expect(schema).toEqual({ type: 'object', properties: { a: { type: 'string', description } } });
    expect(report).toMatchObject({ read: 1, skipped: 0, warnings: [] });
  });

  it.each([
    ['**$ref** | **String** |  | ', '$ref'],
    ['`from_date` | **String** |  | ', 'from_date'],
    ['**r#type** | **String** |  | ', 'type'],
    ['**@type** | **String** |  | ', '@type'],
    ['**_1_8_0** | **String** |  | ', '_1_8_0'],
    ['~~**old**~~ | **String** |  | ', 'old'],
    ['<a name="x"></a>**x-y** | **String** |  | ', 'x-y'],
    ['**content\\_type** | **String** |  | ', 'content_type'],
    ['**__proto__** | **String** |  | ', '__proto__'],
    ['plain | String |  | ', 'plain'],
  ])('%j has the name %j', (row, name) => {
    const { schema } = read(page(row));
    expect(Object.entries(schema.properties ?? {})).toEqual([[name, { type: 'string' }]]);
    expect(schema.required).toEqual([name]);
  });

  it('may lack cells that formatters leave out', () => {
    expect(read(page('| **id** | **String** | The id. |')).schema).toMatchObject({
      required: ['id'],
      properties: { id: { description: 'The id.' } },
    });
    expect(read(page('**id** | **String** | [optional]')).schema).toEqual({
      type: 'object',
      properties: { id: { type: 'string' } },
    });
  });

  it('that is there twice, or has no name, is counted and said', () => {
    const { report } = read(page('**a** | **String** |  | ', '**a** | **Long** |  | ', '**** | **Long** |  | '));
    expect(report).toEqual({
      file: 'X.md',
      read: 1,
      skipped: 2,
      warnings: [
        { where: 'X.md:7', message: 'a is there twice: the row is skipped' },
        { where: 'X.md:8', message: 'a row without a name: the row is skipped' },
      ],
    });
  });

  it('outside of the table, or in a second one, is counted and said', () => {
    const stray = `${page('**a** | **String** |  | ')}\nSome words.\n\n**b** | **String** |  | \n`;
    expect(read(stray).report).toMatchObject({ read: 1, skipped: 1 });
    const second = `${page('**a** | **String** |  | ')}\nName | Type | Description | Notes\n--- | --- | --- | ---\n**c** | **String** |  | \n`;
    expect(read(second).report).toMatchObject({ read: 1, skipped: 1 });
    expect(warningsOf(second)).toEqual(['a second table of properties: its 1 rows are skipped']);
  });

  it('of any name makes the map that it is', () => {
    const anything = 'bool, date, datetime, dict, float, int, list, str, none_type';
    const row = (type: string): string =>
      `**any string name** | **${type}** | any string name can be used | [optional]`;
    expect(read(page('**a** | **str** |  | ', row(anything))).schema).toEqual({
      type: 'object',
      properties: { a: { type: 'string' } },
      required: ['a'],
    });
    expect(read(page(row('str'))).schema).toMatchObject({ additionalProperties: { type: 'string' } });
  });
});

describe('the rest of a page', () => {
  it('may be fences with tables and headings, tables of methods, a module, links back', () => {
    const text = [
      '# Ns::X',
      '> ns.models.x',
      '',
      '### Description',
      '',
      'What it is | or not.',
      '',
      '```ruby',
      '## Properties',
      'Name | Type | Description | Notes',
      '--- | --- | --- | ---',
      '**wrong** | **String** |  | ',
      '```',
      '',
      ...page('**right** | **String** |  | ').split('\n').slice(2),
      '#### Parameters',
      '',
      '| Name | Type | Description |',
      '| ---- | ---- | ----------- |',
      '| **data** | **Mixed** | data to be matched |',
      '',
      '[[Back to Model list]](../README.md)',
    ].join('\r\n');
    expect(read(text).schema).toEqual({
      type: 'object',
      properties: { right: { type: 'string' } },
      required: ['right'],
    });
    expect(read(text).report).toMatchObject({ read: 1, skipped: 0, warnings: [] });
  });

  it('is not swallowed by a fence that is never closed', () => {
    expect(Object.keys(read(`\`\`\`\n${page('**a** | **String** |  | ')}`).schema.properties ?? {})).toEqual(['a']);
  });

  it('begins with a byte order mark, and names its file otherwise than its title', () => {
    const { name } = readModelPage(`\uFEFF${page('**a** | **String** |  | ')}`, 'docs/Model/Y.mdx');
    expect(name).toBe('Y');
  });
});

describe('notes', () => {
  it.each([
    ['', {}],
    [' [optional][readonly]', { readOnly: true }],
    ['[readonly] [optional] [default to []]', { readOnly: true }],
    ['[optional] [default to null]', {}],
    ['[optional] [default to undefined]', {}],
    ['[optional] [default to None]', {}],
    ["[optional] [default to 'x y']", { default: 'x y' }],
    ['[optional] [default to &#39;x&#39;]', { default: 'x' }],
    ['[optional] [default to "[a]"]', { default: '[a]' }],
    ['[optional] [default to free text, with commas]', { default: 'free text, with commas' }],
    ['[beta] [optional]', {}],
    ['[deprecated] [optional]', { deprecated: true }],
    ['[optional] if omitted the server will use the default value of "[x]"', {}],
    ['[optional] [Pattern: ^\\\\d+$] [Max. length: 5]', { pattern: '^\\d+$', maxLength: 5 }],
  ])('%j say %j', (notes, keywords) => {
    const { schema, report } = read(page(`**a** | **String** |  | ${notes}`));
    expect(schema.properties?.['a']).toEqual({ type: 'string', ...keywords });
    expect(schema.required).toEqual(notes.includes('optional') ? undefined : ['a']);
    expect(report.warnings).toEqual([]);
  });

  it('of numbers, booleans and enums have defaults of their type', () => {
    expect(propertiesOf('**a** | **Integer** |  | [default to 5]')['a']).toMatchObject({ default: 5 });
    expect(propertiesOf('**a** | **Boolean** |  | [default to False]')['a']).toMatchObject({ default: false });
    expect(propertiesOf('**a** | **List&lt;String&gt;** |  | [default to []]')['a']).not.toHaveProperty('default');
    const text = `${page('**a** | [**AEnum**](#AEnum) |  | [optional] [default to AEnum.ON_HOLD]')}\n## Enum: AEnum\nName | Value\n--- | ---\nON_HOLD | &quot;on-hold&quot;\nNOT | &quot;not&quot;\n`;
    expect(read(text).schema.properties?.['a']).toEqual({
      type: 'string',
      enum: ['on-hold', 'not'],
      default: 'on-hold',
    });
  });

  it('that nobody knows give a warning with its place', () => {
    expect(read(page('**a** | **String** |  | [optional] [sometimes]')).report.warnings).toEqual([
      { where: 'X.md:6', message: 'the note [sometimes] of a is not understood' },
    ]);
    expect(warningsOf(page('**a** | **String** | b | c [d'))).toEqual(['the note c [d of a is not understood']);
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
