import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineContract } from '../../../../src/contract';
import { type ImportedDocument, readDocument, sourceOfDocument } from '../../../../src/importers';
import { DIALECTS, type Dialect, LEDGER, pagesIn } from '../../../support/dialects';
import { makeFolder } from '../../../support/folder';
import { page } from './page';

const java = DIALECTS[0] as Dialect;

function imported(files: Record<string, string>, path = '', word?: string): ImportedDocument {
  const folder = makeFolder(files);
  try {
    return readDocument(join(folder.path, path), word);
  } finally {
    folder.remove();
  }
}

const LEDGER_PAGES = pagesIn(java, LEDGER);

describe('a folder of pages', () => {
  it('gives all operations and all models; of one operation, those that it needs', () => {
    const whole = imported(LEDGER_PAGES);
    expect(Object.keys(whole.operations)).toEqual(['getAccount', 'updateOwner', 'listEntries', 'closeAccount']);
    expect(Object.keys(whole.models).sort()).toEqual(['Account', 'LedgerEntry', 'Owner']);
    const entries = imported(LEDGER_PAGES, '', 'listEntries');
    expect(entries.name).toBe('list-entries');
    expect(Object.keys(entries.operations)).toEqual(['listEntries']);
    expect(Object.keys(entries.models)).toEqual(['LedgerEntry']);
    expect(entries.reports.map(({ file }) => file)).toEqual(['LedgerEntry.md', 'LedgerApi.md']);
  });

  it.each(['getAccount', 'get_account', 'GetAccount', 'GET /v1/accounts/{accountId}'])(
    'has the operation %s',
    (word) => {
      expect(Object.keys(imported(LEDGER_PAGES, '', word).operations)).toEqual(['getAccount']);
    },
  );

  it('has models by name, with the operations that answer with them', () => {
    expect(Object.keys(imported(LEDGER_PAGES, '', 'Owner').operations)).toEqual(['updateOwner']);
    expect(Object.keys(imported(LEDGER_PAGES, 'Owner.md').operations)).toEqual(['updateOwner']);
    expect(Object.keys(imported(LEDGER_PAGES, 'LedgerApi.md', 'updateOwner').operations)).toEqual(['updateOwner']);
  });

  it('says what it has, where it is asked for something else', () => {
    expect(() => imported(LEDGER_PAGES, '', 'getNothing')).toThrow(
      'the pages have no operation and no model getNothing',
    );
  });

  it('without API pages has a stand-in for each model that no other one needs', () => {
    const { [`${LEDGER.name}Api.md`]: _, ...models } = LEDGER_PAGES;
    expect(
      Object.keys(
        imported({ 'Pet.md': page('**tag** | [**Tag**](Tag.md) |  | '), 'Tag.md': page('**id** | **Long** |  | ') })
          .operations,
      ),
    ).toEqual(['readPet']);
    expect(Object.keys(imported(models).models).sort()).toEqual(['Account', 'LedgerEntry', 'Owner']);
  });

  it('may be deep, and its links differ in case, separators and modules', () => {
    const files = {
      'Api/README.md': '# Nothing',
      'Model/PetOwner.md': page(
        '**home** | [**HomeAddress**](home_address.md) |  | ',
        '**pet** | [**models::Pet**](models::Pet.md) |  | ',
      ),
      'Model/Home_address.md': page('**street** | **String** |  | '),
      'Model/Pet.md': page('**id** | **Long** |  | '),
    };
    const { models, missing } = imported(files);
    expect(missing).toEqual([]);
    expect(models['PetOwner']?.properties).toEqual({
      home: { $ref: '#/$defs/Home_address' },
      pet: { $ref: '#/$defs/Pet' },
    });
  });

  it('reports refused pages with the way out, and the others are read', () => {
    const document = imported({
      'Pet.md': page('**tag** | [**Tag**](Tag.md) |  | '),
      'Tag.md': '# Tag\n\n## Properties\n\nName | Type\n--- | ---\n`id` | number\n`name` | string\n',
    });
    expect(document.missing).toEqual(['Tag']);
    expect(document.reports.find(({ file }) => file === 'Tag.md')).toEqual({
      file: 'Tag.md',
      read: 0,
      skipped: 2,
      warnings: [{ where: 'Tag.md:5', message: expect.stringMatching(/^refused: .*optional.*contract\.ts/) }],
    });
    expect(() => defineContract(sourceOfDocument(document))).not.toThrow();
  });

  it('with two pages of one model reads the first, and says so of the other', () => {
    const { models, reports } = imported({
      'a/Pet.md': page('**id** | **Long** |  | '),
      'b/Pet.md': page('**name** | **String** |  | ', '**tag** | **String** |  | '),
      'c/pet.md': page('**id** | **String** |  | '),
    });
    expect(Object.entries(models).map(([name, { required }]) => [name, required])).toEqual([
      ['Pet', ['id']],
      ['pet', ['id']],
    ]);
    expect(reports.find(({ file }) => file === 'b/Pet.md')).toEqual({
      file: 'b/Pet.md',
      read: 0,
      skipped: 2,
      warnings: [{ where: 'b/Pet.md', message: expect.stringContaining('a/Pet.md is a page of the same model') }],
    });
  });

  it('leaves out an operation that no answer fits, since models require each other', () => {
    const models = {
      'Pet.md': page('**owner** | [**Owner**](Owner.md) |  | '),
      'Owner.md': page('**pets** | [**Pet**](Pet.md) |  | '),
    };
    expect(() => imported(models, '', 'Pet')).toThrow('require each other without end');
    const whole = imported({
      'Link.md': page('**next** | [**Link**](Link.md) |  | '),
      'Tag.md': page('**id** | **Long** |  | '),
    });
    expect(Object.keys(whole.operations)).toEqual(['readTag']);
    expect(whole.reports.flatMap(({ warnings }) => warnings.map(({ message }) => message))).toEqual([
      expect.stringMatching(/^readLink is left out: no value fits the response 200/),
    ]);
    const optional = { ...models, 'Owner.md': page('**pets** | [**List&lt;Pet&gt;**](Pet.md) |  | ') };
    expect(Object.keys(imported(optional).operations)).toEqual(['readOwner']);
  });

  it('is not left: links lead to pages by their names only, and nothing is read through a symbolic link', () => {
    const folder = makeFolder({
      'docs/Pet.md': page('**a** | [**Secret**](../Secret.md) |  | '),
      'Secret.md': page('**b** | **String** |  | '),
    });
    try {
      mkdirSync(join(folder.path, 'docs/more'));
      symlinkSync(join(folder.path, 'Secret.md'), join(folder.path, 'docs/more/Secret.md'));
      symlinkSync(folder.path, join(folder.path, 'docs/up'));
      expect(readDocument(join(folder.path, 'docs')).missing).toEqual(['Secret']);
    } finally {
      folder.remove();
    }
  });

  it('with prototype-like names and a model that is itself gives a contract', () => {
    const document = imported({
      'constructor.md': page(
        '**__proto__** | [**constructor**](constructor.md) |  | [optional]',
        '**toString** | **String** |  | ',
      ),
    });
    const contract = defineContract(sourceOfDocument(document));
    expect(Object.keys(contract.definitions)).toEqual(['constructor']);
  });

  it('of a thousand pages is read in seconds', () => {
    const folder = makeFolder({});
    try {
      for (let index = 0; index < 1000; index += 1)
        writeFileSync(
          join(folder.path, `M${index}.md`),
          page(
            `**next** | [**M${(index + 1) % 1000}**](M${(index + 1) % 1000}.md) |  | [optional]`,
            '**id** | **String** |  | ',
          ),
        );
      expect(Object.keys(readDocument(folder.path).models)).toHaveLength(1000);
    } finally {
      folder.remove();
    }
  });
});
