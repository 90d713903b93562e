import { page } from './page';

/** A page that no generator here writes, or that somebody wrote by hand, and what must come of it. */
export interface OddPage {
  readonly what: string;
  readonly text: string;
  /** The members by name with their JSON type, `?` behind the names of those that may be absent. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** The rows that are counted as skipped. */
  readonly skipped?: number;
  /** What the report must warn of, all of it. */
  readonly warnings?: readonly RegExp[];
  /** The page is refused, with this. */
  readonly refused?: RegExp;
}

const USUAL = ['Name | Type | Description | Notes', '---- | ---- | ---- | ----'];
const ROWS = ['**a** | **String** | A. | ', '**b** | **Long** | B. | [optional]'];
const BOTH = { a: 'string', 'b?': 'integer' };

/** A page with another heading, table head and rows. */
const written = (rows: readonly string[], head: readonly string[] = USUAL, start = '# X\n\n## Properties\n'): string =>
  [start, ...head, ...rows, ''].join('\n');

const under = (columns: string, ...rows: readonly string[]): string =>
  written(rows, [columns, columns.replace(/[^|]+/g, ' --- ')]);

const withEnum = (...section: readonly string[]): string =>
  [page('**s** | [**SEnum**](#SEnum) |  | '), ...section, ''].join('\n');

const VALUES = { s: ['x', 'y'] };

const COLUMNS: readonly OddPage[] = [
  {
    what: 'a column Optional, yes and no',
    text: under('Name | Type | Description | Optional', 'a | String | A. | no', 'b | Long | B. | yes'),
    members: BOTH,
  },
  {
    what: 'a column Required before the description',
    text: under('Name | Type | Required | Description', 'a | String | yes | A.', 'b | Long | no | B.'),
    members: BOTH,
  },
  {
    what: 'a column Required with ticks, and pipes in the description',
    text: under('**Name** | **Type** | **Required** | **Description**', 'a | String | ✔️ | x | y', 'b | Long |  | B.'),
    members: BOTH,
  },
  {
    what: 'a column Required that says something else',
    text: under('Name | Type | Required | Description', 'a | String | true | A.', 'b | Long | on Mondays | B.'),
    members: BOTH,
    warnings: [/does not say in a clear word whether b may be absent/],
  },
  {
    what: 'Required and Notes',
    text: under(
      'Name | Type | Description | Required | Notes',
      'a | String | A. | true | ',
      'b | Long | B. | false | ',
    ),
    members: BOTH,
  },
  {
    what: 'four columns, of which none tells of absence',
    text: under('Name | Type | Description | Default', 'a | String | A. | ', 'b | Long | B. | 5'),
    refused: /does not say which properties are optional/,
  },
  {
    what: 'a column that nobody knows',
    text: under('Name | Type | Required | Restrictions | Description', 'a | String | true | none | A.'),
    members: { a: 'string' },
    warnings: [/the column restrictions is not read/],
  },
  {
    what: 'columns in another order',
    text: under('NAME | Notes | Description | TYPE', 'a |  | A. | String', 'b | [optional] | B. | Long'),
    members: BOTH,
  },
  {
    what: 'the type before the name',
    text: under('Type | Name | Notes', 'String | a | '),
    refused: /columns type, name/,
  },
  { what: 'columns in French', text: under('Nom | Type | Notes', 'a | String | '), refused: /columns nom, type/ },
  { what: 'a separator of single strokes', text: written(ROWS, [USUAL[0] as string, '-|:-:|-:|-']), members: BOTH },
];

const NAMES: readonly OddPage[] = (
  [
    ['**b?**', 'b?', /\*\*b\?\*\* is read as the name b/],
    ['**b**?', 'b?', /is read as the name b/],
    ['**b** (optional)', 'b?', /is read as the name b/],
    ['b _optional_', 'b?', /is read as the name b/],
    ['**b**<br/><sub>optional</sub>', 'b?', /is read as the name b/],
    ['**b**\\*', 'b', /is read as the name b/],
    ['**b** <sup>required</sup>', 'b', /is read as the name b/],
    ['<b>b</b>', 'b'],
    ['<code>b</code>', 'b'],
    ['[**b**](#b)', 'b'],
    ['<a href="#b">b</a>', 'b'],
    ['***b***', 'b'],
    ['*b*', 'b'],
    ['**`b`**', 'b'],
    ['**\u200bb**', 'b'],
    ['**b\\|c**', 'b|c'],
  ] as [cell: string, member: string, warning?: RegExp][]
).map(([cell, member, warning]) => ({
  what: `the name ${cell}`,
  text: page(`${cell} | **String** |  | `),
  members: { [member]: 'string' },
  warnings: warning === undefined ? [] : [warning],
}));

const NOTES: readonly OddPage[] = (
  [
    ['optional', 'b?'],
    ['Optional.', 'b?'],
    ['*[optional]*', 'b?'],
    ['`[optional]`', 'b?'],
    ['~~[optional]~~', 'b?'],
    ['<i>[optional]</i>', 'b?'],
    ['[ OPTIONAL ]', 'b?'],
    ['\\[optional\\]', 'b?'],
    ['[optional, readonly]', 'b?'],
    ['(optional)', 'b?'],
    ['not required', 'b?'],
    ['required', 'b'],
    ['[mandatory]', 'b'],
    ['[default: x]', 'b'],
    ['✔', 'b', /the note ✔ of b is not understood/],
    ['[optional][^1]', 'b?', /the note \[\^1] of b/],
    ['one of: x, y', 'b', /the note one of: x, y of b/],
  ] as [notes: string, member: string, warning?: RegExp][]
).map(([notes, member, warning]) => ({
  what: `the notes ${notes}`,
  text: page(`**b** | **String** |  | ${notes}`),
  members: { [member]: 'string' },
  warnings: warning === undefined ? [] : [warning],
}));

const TYPES: readonly OddPage[] = (
  [
    ['<b>String</b>', 'string'],
    ['<a href="Tag.md"><b>Tag</b></a>', 'Tag'],
    ['[**Tag**](<Tag.md>)', 'Tag'],
    ['[**Tag**](./Tag.md#properties "The tag")', 'Tag'],
    ['~~**String**~~', 'string'],
    ['string or null', ['string', 'null']],
    ['**str \\| None**', ['string', 'null']],
    ['string (date-time)', 'string'],
    ['integer($int64)', 'integer'],
    ['[**Tag**][tag]', undefined, /the type "\[Tag]\[tag]" of a is not understood/],
    ['list of strings', undefined, /is not understood/],
    ['enum(x, y)', undefined, /is not understood/],
    ['', undefined, /the type "" of a is not understood/],
    ['<script>alert(1)</script>', undefined, /is not understood/],
  ] as [cell: string, type: unknown, warning?: RegExp][]
).map(([cell, type, warning]) => ({
  what: `the type ${cell}`,
  text: page(`**a** | ${cell} |  | `),
  members: { a: type },
  warnings: warning === undefined ? [] : [warning],
}));

const ENUMS: readonly OddPage[] = [
  {
    what: 'an enum whose columns are turned round',
    text: withEnum('## Enum: SEnum', 'Value | Name', '--- | ---', '&quot;x&quot; | A', '&quot;y&quot; | B'),
    members: VALUES,
  },
  {
    what: 'an enum with descriptions',
    text: withEnum(
      '## Enum: SEnum',
      'Name | Value | Description',
      '--- | --- | ---',
      'A | &quot;x&quot; | the x',
      'B | "y" | ',
    ),
    members: VALUES,
  },
  {
    what: 'an enum of values alone',
    text: withEnum('## Enum: SEnum', 'Value | Description', '--- | ---', '&quot;x&quot; | the x', '"y" | the y'),
    members: VALUES,
  },
  { what: 'an enum in bullets of code', text: withEnum('## Enum: SEnum', '', '- `x`', '+ `y`'), members: VALUES },
  {
    what: 'a numbered enum',
    text: withEnum('### Enum `SEnum`', '', '1. `A` (value: `"x"`)', '2. `B` (value: `"y"`)'),
    members: VALUES,
  },
  {
    what: 'an enum of no values',
    text: withEnum('## Enum: SEnum', 'Name | Value', '--- | ---'),
    members: { s: 'SEnum is not there' },
  },
  {
    what: 'an enum of prose',
    text: withEnum('## Enum: SEnum', '', 'x, and sometimes y'),
    members: { s: 'SEnum is not there' },
  },
];

const PAGES: readonly OddPage[] = [
  { what: 'headings that are closed', text: written(ROWS, USUAL, '# X #\n\n## Properties: ##\n'), members: BOTH },
  { what: 'headings that are underlined', text: written(ROWS, USUAL, 'X\n===\n\nProperties\n---\n'), members: BOTH },
  { what: 'lines of old Macs', text: written(ROWS).replaceAll('\n', '\r'), members: BOTH },
  { what: 'tabs around the pipes', text: written(ROWS).replaceAll(' | ', '\t|\t'), members: BOTH },
  {
    what: 'comments of HTML, one of them within the table',
    text: `<!--\n${page('**z** | **Long** |  | ')}-->\n${written([ROWS[0] as string, '<!-- **y** | **Long** |  | -->', ROWS[1] as string])}`,
    members: BOTH,
  },
  {
    what: 'rows that lost cells',
    text: page('**a**', '**b** | **Long** |  | [optional]', '**c**'),
    members: { a: undefined, 'b?': 'integer', c: undefined },
    warnings: [/the type "" of a/, /the type "" of c/],
  },
  {
    what: 'rows of members of members, by dots',
    text: page('**a** | **Object** |  | ', '**a.b** | **Long** |  | ', '**c[].d** | **Long** |  | '),
    members: { a: undefined, 'c[].d': 'integer' },
    skipped: 1,
    warnings: [/a\.b is a member of another one, which stays open/],
  },
  {
    what: 'rows of members of members, by arrows',
    text: page('**a** | **Object** |  | ', '» **b** | **Long** |  | ', '»» c | **Long** |  | '),
    members: { a: undefined },
    skipped: 2,
    warnings: [/b is a member of another one/, /c is a member of another one/],
  },
  {
    what: 'a second model',
    text: `${page(ROWS[0] as string)}\n${page('**c** | **Long** |  | ').replace('# X', '# Y')}`,
    members: { a: 'string' },
    skipped: 1,
    warnings: [/a second table of properties/],
  },
  {
    what: 'a table of the members of a member',
    text: `${page('**a** | **Object** |  | ')}\n### a\n\n${USUAL.join('\n')}\n**c** | **Long** |  | \n`,
    members: { a: undefined },
    skipped: 1,
    warnings: [/a table of properties under "a": its 1 rows are skipped/],
  },
  {
    what: 'a model to extend, linked to',
    text: written(ROWS, USUAL, '# X\n\nExtends [Base](Base.md)\n\n## Properties\n'),
    members: BOTH,
    warnings: [/^Extends \[Base]\(Base\.md\): only the members in this page's own table are read/],
  },
  {
    what: 'models to extend, in a section',
    text: written(ROWS, USUAL, '# X\n\n## All of\n\n* [Base](Base.md)\n\n## Properties\n'),
    members: BOTH,
    warnings: [/only the members in this page's own table are read/],
  },
  {
    what: 'branches beside a table',
    text: written(ROWS, USUAL, '# X\n\n## oneOf schemas\n\n* [A](A.md)\n\n## Properties\n'),
    members: BOTH,
    warnings: [/branches beside its table/],
  },
  {
    what: 'prose that contradicts the notes',
    text: page('**a** | **String** | (Optional) A. | '),
    members: { a: 'string' },
    warnings: [/a is optional by its description, and required by its notes/],
  },
  {
    what: 'a table of HTML',
    text: '# X\n\n## Properties\n\n<table><tr><td>a</td></tr></table>\n',
    refused: /no table/,
  },
  { what: 'bullets', text: '# X\n\n## Properties\n\n* **a** (String): A.\n', refused: /no table/ },
  { what: 'quoted lines', text: written(ROWS).replace(/^/gm, '> '), refused: /no table/ },
];

/** Pages that a strict reader takes wrongly without a word. */
export const ODD_PAGES: readonly OddPage[] = [...COLUMNS, ...NAMES, ...NOTES, ...TYPES, ...ENUMS, ...PAGES];
