import fc from 'fast-check';
import { ContractError } from '../../src/contract';
import { type FileReport, type ImportedDocument, readDocument } from '../../src/importers';
import { type Api, anyApi, DIALECTS, type Dialect, expectedOf, importedOf, LEDGER, pagesIn } from '../support/dialects';
import { makeFolder } from '../support/folder';

function imported(dialect: Dialect, api: Api): ImportedDocument {
  const folder = makeFolder(pagesIn(dialect, api));
  try {
    return readDocument(folder.path);
  } finally {
    folder.remove();
  }
}

const warningsOf = ({ reports }: ImportedDocument): string[] =>
  reports.filter(({ file }) => file !== 'README.md').flatMap(({ warnings }) => warnings.map(({ message }) => message));

/** The prose of each property, spaces aside. */
const proseOf = ({ models }: ImportedDocument): string[] =>
  Object.values(models).flatMap(({ properties = {} }) =>
    Object.values(properties).map((one) =>
      (typeof one === 'object' ? (one.description ?? '') : '').replace(/\s+/g, ' '),
    ),
  );

const givenProse = ({ models }: Api): string[] =>
  models.flatMap(({ properties }) => properties.map(({ description }) => description.replace(/\s+/g, ' ').trim()));

/** `RUNS=2000 npx jest ...` looks further. */
const RUNS = Number(process.env['RUNS'] ?? 15);

const all = DIALECTS.map((dialect) => [dialect.name, dialect] as const);

describe('pages of one API in the dialects of code generators', () => {
  it.each(all)('%s: give the same contract, but for what the dialect loses', (_name, dialect) => {
    const document = imported(dialect, LEDGER);
    expect(importedOf(document)).toEqual(expectedOf(LEDGER, dialect.losses));
    expect(document.missing).toEqual([]);
    expect(warningsOf(document).filter((message) => !message.includes('is an enum, but'))).toEqual([]);
    expect(warningsOf(document)).toHaveLength(dialect.hasDoubtfulEnums ? 2 : 0);
    const more = dialect.lastRow === undefined ? 0 : 1;
    const rows = [...LEDGER.models.map(({ properties }) => properties.length + more), LEDGER.operations.length, 0];
    expect(document.reports.map(({ read, skipped }) => [read, skipped])).toEqual(rows.map((count) => [count, 0]));
  });

  it.each(all)('%s: so do those of any API, prose and all', (_name, dialect) => {
    fc.assert(
      fc.property(anyApi, (api) => {
        const document = imported(dialect, api);
        expect(importedOf(document)).toEqual(expectedOf(api, dialect.losses));
        expect(proseOf(document).sort()).toEqual(givenProse(api).sort());
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });
});

/** Pages with parts of lines doubled, cut, swapped or made strange. */
const damaged = (pages: Record<string, string>): fc.Arbitrary<Record<string, string>> => {
  const strange = fc.constantFrom(
    '|',
    '**',
    '[',
    '](',
    '`',
    '```',
    '&',
    '&lt;',
    '<br>',
    '#',
    '## ',
    '\n',
    '\u0000',
    '(',
    '\\',
    'Option<',
    '--- | ---',
    '\ud800',
  );
  const place = fc.tuple(
    fc.constantFrom(...Object.keys(pages)),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(40),
    fc.constantFrom('cut', 'put', 'double'),
    strange,
  );
  return fc.array(place, { minLength: 1, maxLength: 8 }).map((changes) => {
    const result = { ...pages };
    for (const [file, share, length, what, text] of changes) {
      const before = result[file] as string;
      const at = Math.floor(share * before.length);
      const middle = what === 'cut' ? '' : what === 'put' ? text : before.slice(at, at + length).repeat(2);
      result[file] = before.slice(0, at) + middle + before.slice(what === 'put' ? at : at + length);
    }
    return result;
  });
};

/** The lines of a page's section of properties that are rows to anybody's eye. */
function rowsIn(page: string): number {
  let heading = '';
  // In damaged fences anything may be code.
  const lines = page.includes('```') ? [] : page.split('\n');
  return lines.filter((line) => {
    if (/^#+\s/.test(line)) heading = line.replace(/^[#\s]+/, '').trim();
    return heading === 'Properties' && /^\|?\*\*[^*|]+\*\* \| .*\|/.test(line);
  }).length;
}

/** The reports of pages, none where they are refused. */
function readOrRefused(pages: Record<string, string>): readonly FileReport[] {
  const folder = makeFolder(pages);
  try {
    return readDocument(folder.path).reports;
  } catch (error) {
    if (error instanceof ContractError) return [];
    throw error;
  } finally {
    folder.remove();
  }
}

describe('damaged pages', () => {
  it.each(all)('%s: are read or refused, and no row is lost without a word', (_name, dialect) => {
    fc.assert(
      fc.property(damaged(pagesIn(dialect, LEDGER)), (pages) => {
        for (const { file, read, skipped, warnings } of readOrRefused(pages)) {
          if (skipped > 0) expect(warnings).not.toEqual([]);
          if (!file.endsWith('Api.md')) expect(read + skipped).toBeGreaterThanOrEqual(rowsIn(pages[file] ?? ''));
        }
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });
});
