import { ContractError } from '../../../../src/contract';
import { readDocument } from '../../../../src/importers';
import { makeFolder } from '../../../support/folder';
import { page, read, warningsOf } from './page';

const refusal = (text: string): ContractError => {
  try {
    read(text);
  } catch (error) {
    return error as ContractError;
  }
  throw new Error('the page was not refused');
};

describe('a page that cannot be trusted', () => {
  it('is refused where it does not say which properties are optional, with the way out', () => {
    for (const text of [
      '# X\n\n## Properties\n\nName | Type\n------------ | -------------\n`a` | string\n`b` | [Pet](Pet.md)\n',
      '# X\n\n## Properties\n\n| Name | Type | Description |\n| --- | --- | --- |\n| **a** | **string** | A. |\n',
    ]) {
      const error = refusal(text);
      expect(error).toBeInstanceOf(ContractError);
      expect(error.message).toBe('the page does not say which properties are optional');
      expect(error.where).toBe('X.md:5');
      expect(error.next).toContain('contract.ts');
    }
  });

  it('is refused where it has no properties, or a table of something else', () => {
    expect(refusal('# Readme\n').message).toContain('no table of properties');
    expect(refusal('# X\n\n## Properties\n\nKey | Kind\n--- | ---\na | b\n').message).toContain('key, kind');
  });

  it('is flagged, and stays open, where its table is empty', () => {
    expect(read(page())).toMatchObject({ schema: {}, report: { read: 0, skipped: 0 } });
    expect(warningsOf(page())).toEqual([expect.stringContaining('it stays open until contract.ts says what it is')]);
  });

  it('is read by the columns, where there are more of them than usual', () => {
    const text =
      '# X\n\n## Properties\nName | Mapping | Default | Type | Description | Notes\n---- | --- | --- | --- | --- | ---\n**a** | _a | 5 | **kotlin.Int** | A. |  [optional] [foreignkey]\n**b** | b | | [**Pet**](Pet.md) |  | \n';
    expect(read(text).schema).toEqual({
      type: 'object',
      properties: { a: { type: 'integer', description: 'A.' }, b: { $ref: '#/$defs/Pet' } },
      required: ['b'],
    });
  });
});

describe('a choice of models', () => {
  const one = (own: string): string =>
    page('**action** | **String** | Action will always be `x`. | ', `**${own}** | **String** |  | `).replace(
      '# X',
      `# ${own}`,
    );
  const merged = page(
    '**action** | **String** | Action will always be `x`. | ',
    '**flow** | **String** |  | ',
    '**token** | **String** |  | ',
  );

  const imported = (files: Record<string, string>): ReturnType<typeof readDocument> => {
    const folder = makeFolder(files);
    try {
      return readDocument(folder.path, 'ContinueWith');
    } finally {
      folder.remove();
    }
  };

  it('merged into one table is read as one of its branches, where they lie beside it', () => {
    const { models, reports } = imported({
      'ContinueWith.md': merged,
      'ContinueWithFlow.md': one('flow'),
      'ContinueWithToken.md': one('token'),
    });
    expect(models['ContinueWith']).toEqual({
      anyOf: [{ $ref: '#/$defs/ContinueWithFlow' }, { $ref: '#/$defs/ContinueWithToken' }],
    });
    expect(Object.keys(models)).toEqual(['ContinueWith', 'ContinueWithFlow', 'ContinueWithToken']);
    expect(reports[0]?.warnings.map(({ message }) => message)).toEqual([
      'its table holds the members of ContinueWithFlow, ContinueWithToken together: it is read as one of them; check it in contract.ts',
    ]);
  });

  it('merged into one table is flagged, where they do not', () => {
    const { models, reports } = imported({ 'ContinueWith.md': merged });
    expect(models['ContinueWith']?.required).toEqual(['action', 'flow', 'token']);
    expect(reports[0]?.warnings.map(({ message }) => message)).toEqual([expect.stringContaining('it is too strict')]);
  });

  it.each([
    ['parts of allOf', { 'ContinueWithAllOf.md': one('flow'), 'ContinueWithAllOf1.md': one('token') }],
    [
      'nothing in common',
      {
        'ContinueWithA.md': page('**flow** | **String** |  | '),
        'ContinueWithB.md': page('**token** | **String** |  | ', '**action** | **String** |  | '),
      },
    ],
    ['all members in one', { 'ContinueWithA.md': merged, 'ContinueWithB.md': one('token') }],
  ])('is not seen in models of %s', (_what, files) => {
    const { models } = imported({ 'ContinueWith.md': merged, ...files });
    expect(models['ContinueWith']).toMatchObject({ type: 'object' });
  });

  it('is read from what Java and Ruby list', () => {
    const java =
      '# Shape\n\nEither.\n\n## oneOf schemas\n* [Circle](Circle.md)\n* [Square](Square.md)\n\n## Example\n```java\n// * [Wrong](Wrong.md)\n```\n';
    const ruby =
      "# Shop::Shape\n\n## Class instance methods\n\n### `openapi_one_of`\n\nReturns the list of classes defined in oneOf.\n\n#### Example\n\n```ruby\nrequire 'shop'\n\nShop::Shape.openapi_one_of\n# =>\n# [\n#   :'Circle',\n#   :'Array<String>'\n# ]\n```\n";
    expect(read(java).schema).toEqual({ anyOf: [{ $ref: '#/$defs/Circle' }, { $ref: '#/$defs/Square' }] });
    expect(read(ruby).schema).toEqual({
      anyOf: [{ $ref: '#/$defs/Circle' }, { type: 'array', items: { type: 'string' } }],
    });
    const rust =
      '# Shape\n\n## Enum Variants\n\n| Name | Description |\n|---- | -----|\n| String | As text. |\n| Circle |  |\n';
    expect(read(rust).schema).toEqual({ anyOf: [{ type: 'string' }, { $ref: '#/$defs/Circle' }] });
  });
});
