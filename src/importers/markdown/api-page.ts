import type { OperationSource } from '../../contract';
import type { DocumentWarning, FileReport } from '../report';
import { methodOf, pathOf } from './http-request';
import { codeOf, linesOf, type PageLine } from './lines';
import { linksIn } from './links';
import { parametersOf } from './parameters';
import { type Answer, responsesOf } from './responses';
import { type Section, sectionOf } from './section';
import { type SchemeBook, securityOf } from './security';
import { type Table, tablesOf } from './table';
import { bare, prose, unescapeText, unmarked } from './text';
import type { Lookup } from './type-grammar';

/** An operation of a page, and the models that it names and nobody has. */
export interface PageOperation {
  readonly id: string;
  readonly line: number;
  readonly source: OperationSource;
}

/** An API page, read. */
export interface ApiPage {
  readonly operations: readonly PageOperation[];
  readonly missing: ReadonlyMap<string, DocumentWarning>;
  readonly report: FileReport;
}

const isOverview = ({ columns }: Table): boolean => columns[0] === 'method' && columns[1] === 'http request';

/** Whether a page lists operations. */
export const isApiPage = (text: string): boolean => tablesOf(linesOf(text)).tables.some(isOverview);

/** `[**addPet**](PetApi.md#addPet)` and `**addPet**](pet_api.md#addPet)` are `addPet`. */
const idOf = (cell: string): string => {
  const link = linksIn(cell)[0]?.text ?? cell.split('](')[0] ?? '';
  return unescapeText(unmarked(link)).replaceAll('*', '').replace(/\(\)$/, '').trim();
};

/** The path that all operations begin with: that of the server. */
function basePathOf(lines: readonly PageLine[]): string {
  const [, url = ''] =
    lines.map(({ text }) => /^All URIs are relative to \*(.*)\*\s*$/.exec(text)).find((found) => found !== null) ?? [];
  return unescapeText(url)
    .replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')
    .replace(/\/+$/, '');
}

/** Java prints each operation a second time, with the whole answer as its result. */
const isVariant = (id: string): boolean => /_?with_?http_?info$/i.test(id);

/**
 * Reads an API page of a code generator: each operation with method, path, parameters, answers and security.
 * @param look the models of the pages beside it.
 * @param schemes what is known of the security schemes.
 */
export function readApiPage(text: string, file: string, look: Lookup, schemes: SchemeBook): ApiPage {
  const lines = linesOf(text);
  const { tables } = tablesOf(lines);
  const overview = tables.filter(isOverview);
  const warnings: DocumentWarning[] = [];
  const missing = new Map<string, DocumentWarning>();
  const warn = (line: number, message: string): void => void warnings.push({ where: `${file}:${line}`, message });
  const miss = (model: string, line: number, subject: string): void => {
    if (!missing.has(model))
      missing.set(model, { where: `${file}:${line}`, message: `${subject} refers to the model ${model}` });
  };
  const base = basePathOf(lines);
  const rows = overview.flatMap((table) => table.rows).map((row) => ({ ...row, id: idOf(row.cells[0] ?? '') }));
  const ids = new Set(rows.map(({ id }) => bare(id)));
  const code = codeOf(text);
  let skipped = 0;
  const operations = rows.flatMap(({ line, cells, raw, id }) => {
    if (isVariant(id)) return [];
    const [method, path] = [methodOf(cells[1] ?? ''), pathOf(cells[1] ?? '', base)];
    if (method === undefined || path === undefined || id === '') {
      warn(line, `the row ${cells.slice(0, 2).join(' | ')} names no operation: it is skipped`);
      skipped += 1;
      return [];
    }
    const own = sectionOf(lines, id, ids);
    const section: Section = { file, id, lines: own, tables: tablesOf(own).tables, look, warn, miss };
    if (own.length === 0) warn(line, `${id} has no section: nothing is known of its parameters and answers`);
    const { responses, reason } = responsesOf(section) satisfies Answer;
    if (reason !== undefined) {
      warn(own[0]?.line ?? line, `${id} is left out: ${reason}`);
      skipped += 1;
      return [];
    }
    const summary = prose(raw.slice(2).join('|'));
    const source: OperationSource = {
      method,
      path,
      ...(summary === '' ? {} : { summary }),
      ...parametersOf(section, method, path),
      security: securityOf(section, schemes, code),
      responses,
    };
    return [{ id, line, source }];
  });
  return { operations, missing, report: { file, read: rows.length - skipped, skipped, warnings } };
}
