import { readModelPage } from '../../../../src/importers/markdown/model-page';
import { page, read, warningsOf } from './page';

const section = (heading: string, ...rows: readonly string[]): string =>
  [`## Enum: ${heading}`, 'Name | Value', '---- | -----', ...rows, '', ''].join('\n');

const property = (text: string, name = 'a'): unknown => read(text).schema.properties?.[name];

describe('an inline enum', () => {
  it.each([
    ['&quot;open&quot;', 'open'],
    ['&quot;&quot;', ''],
    ['1', 1],
    ['-1', -1],
    ['1.1', 1.1],
    ['1L', 1],
    ['new BigDecimal(&quot;1.5&quot;)', 1.5],
    ['&quot;1&quot;', '1'],
    ['&quot;a | b&quot;', 'a | b'],
    ['&quot;&lt;&#x3D;&quot;', '<='],
    ['true', true],
  ])('has the value %s', (cell, value) => {
    const text = `${page('**a** | [**AEnum**](#AEnum) |  | ')}${section('AEnum', `A | ${cell}`)}`;
    expect(property(text)).toEqual(typeof value === 'string' ? { type: 'string', enum: [value] } : { enum: [value] });
  });

  it('may have outer pipes, and an anchor or none', () => {
    const text = `${page('|**a** | [**AEnum**](#AEnum) |  |  |')}\n## Enum: AEnum\n\n| Name | Value |\n|---- | -----|\n| A | &quot;a&quot; |\n`;
    expect(property(text)).toEqual({ type: 'string', enum: ['a'] });
    expect(property(text.replace('## Enum', '<a name="AEnum"></a>\n## Enum'))).toEqual({ type: 'string', enum: ['a'] });
  });

  it('may be in a list or a map, its heading escaped otherwise than its anchor', () => {
    const listed = '[**List&lt;AEnum&gt;**](#List&lt;AEnum&gt;)';
    const text = `${page(`**a** | ${listed} |  | `)}<a name="List<AEnum>"></a>\n${section('List&lt;AEnum&gt;', 'A | &quot;a&quot;')}`;
    expect(property(text)).toEqual({ type: 'array', items: { type: 'string', enum: ['a'] } });
    const mapped = '[**Map&lt;String, InnerEnum&gt;**](#Map&lt;String, InnerEnum&gt;)';
    const map = `${page(`**a** | ${mapped} |  | `)}${section('Map&lt;String, InnerEnum&gt;', 'A | &quot;a&quot;')}`;
    expect(property(map)).toEqual({ type: 'object', additionalProperties: { type: 'string', enum: ['a'] } });
  });

  it('that shares its name with another one is told apart by the order', () => {
    const mapped = '[**Map&lt;String, InnerEnum&gt;**](#Map&lt;String, InnerEnum&gt;)';
    const text = [
      page(`**a** | ${mapped} |  | `, `**b** | ${mapped} |  | `),
      section('Map&lt;String, InnerEnum&gt;', 'A | &quot;a&quot;'),
      section('Map&lt;String, InnerEnum&gt;', 'B | &quot;b&quot;'),
    ].join('\n');
    expect(property(text, 'a')).toMatchObject({ additionalProperties: { enum: ['a'] } });
    expect(property(text, 'b')).toMatchObject({ additionalProperties: { enum: ['b'] } });
  });

  it("of JavaScript stands in a list of bullets, by the property's name", () => {
    const bullets =
      '\n<a name="AEnum"></a>\n## Enum: AEnum\n\n\n* `ON_HOLD` (value: `"on-hold"`)\n\n* `ONE` (value: `1`)\n\n* `empty` (value: `""`)\n\n* `tick` (value: `"a`b"`)\n';
    expect(property(page('**a** | **String** |  | [optional]') + bullets)).toEqual({ enum: ['on-hold', 1, '', 'a`b'] });
    const listed = bullets.replaceAll('AEnum', '[AEnum]');
    expect(property(page('**a** | **[String]** |  | [optional]') + listed)).toEqual({
      type: 'array',
      items: { enum: ['on-hold', 1, '', 'a`b'] },
    });
  });

  it('that no property has is said', () => {
    expect(warningsOf(`${page('**a** | **String** |  | ')}${section('OtherEnum', 'A | &quot;a&quot;')}`)).toEqual([
      'no property has the enum OtherEnum: its 1 values are skipped',
    ]);
  });

  it('of the older Python client stands in the notes', () => {
    const row = '**value** | **str** | What. | [optional] if omitted the server will use the default value of "a"';
    expect(property(page(row), 'value')).toEqual({ type: 'string', description: 'What.' });
    const enums = '**value** | **str** |  | defaults to "a",  must be one of ["a", "b]", ]';
    expect(read(page(enums))).toMatchObject({
      schema: { properties: { value: { type: 'string', enum: ['a', 'b]'] } }, required: ['value'] },
      report: { warnings: [] },
    });
  });
});

describe('an enum whose values cannot be told for sure is flagged', () => {
  const flagged = (text: string): void => {
    expect(warningsOf(text)).toEqual([
      expect.stringMatching(/^a is an enum, but its values .* check it in contract\.ts$/),
    ]);
  };

  it('in one row, as Kotlin has it', () => {
    const text = `${page('**a** | [**inline**](#A) |  | ')}<a id="A"></a>\n${section('a', 'a | placed, approved, on-hold')}`;
    expect(property(text)).toEqual({ type: 'string', enum: ['placed', 'approved', 'on-hold'] });
    flagged(text);
  });

  it('behind a description, as Rust has it', () => {
    const text = page('**a** | Option<**A**> | What. (enum: x, y) | [optional]');
    expect(property(text)).toMatchObject({ type: 'string', enum: ['x', 'y'] });
    flagged(text);
  });

  it('in a note, as R has it', () => {
    const text = page('**a** | **array[character]** |  | [optional] [Enum: [x, y]]');
    expect(property(text)).toEqual({ type: 'array', items: { type: 'string', enum: ['x', 'y'] } });
    flagged(text);
  });
});

describe('a page that is an enum', () => {
  const values = (text: string): unknown => readModelPage(text, 'Color.md').schema;

  it.each([
    ['# Color\n\n## Enum\n\n\n* `RED` (value: `"red"`)\n\n* `NONE` (value: `""`)\n'],
    ["# Color\n\n## Enum\n\n* `RED` (value: `'red'`)\n\n* `NONE` (value: `''`)\n"],
    ['# Color\n\n\n* `"red"`\n\n* `""`\n'],
    ['# Color\n\n## Enum Variants\n\n| Name | Value |\n|---- | -----|\n| Red | red |\n| None |  |\n'],
    ['# Color\n\n## Enum: Color\n\nName | Value\n---- | -----\nRED | &quot;red&quot;\nNONE | &quot;&quot;\n'],
  ])('%j', (text) => {
    expect(values(text)).toEqual({ type: 'string', enum: ['red', ''] });
    expect(readModelPage(text, 'Color.md').report).toEqual({ file: 'Color.md', read: 2, skipped: 0, warnings: [] });
  });

  it('of numbers, and of texts of digits among texts', () => {
    expect(values('# Color\n\n## Enum\n\n* `_1` (value: `1`)\n\n* `_2` (value: `2`)\n')).toEqual({ enum: [1, 2] });
    const rust = '# V\n\n## Enum Variants\n\n| Name | Value |\n|---- | -----|\n| V1 | 1 |\n| Latest | latest |\n';
    expect(values(rust)).toEqual({ type: 'string', enum: ['1', 'latest'] });
  });

  it("written as properties, as Square's Python has it, is flagged", () => {
    const text =
      '# Brand\n\n### Description\n\nBrands.\n\n## Properties\nName | Type\n------------ | -------------\n**VISA** | string\n**OTHER_BRAND** | string\n';
    expect(values(text)).toEqual({ type: 'string', enum: ['VISA', 'OTHER_BRAND'] });
    expect(warningsOf(text)).toEqual([expect.stringContaining('as if they were properties')]);
  });
});
