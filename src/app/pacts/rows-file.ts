import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../result';
import type { NewFile } from '../files/stage';
import type { RowsFile } from './plan';

/** Beside a contract: the covering rows of its pacts. */
const NAME = 'rows.json';

const line = (value: unknown): string => JSON.stringify(value);

/** The file's text: a row on a line, so that a new row is a new line. */
export function rowsText(rows: RowsFile): string {
  const operations = Object.entries(rows).map(([operation, { size, sites, rows: named }]) => {
    const lines = Object.entries(named).map(([name, levels]) => `      ${line(name)}: ${line(levels)}`);
    const sized = size === undefined ? '' : `    "size": ${line(size)},\n`;
    return `  ${line(operation)}: {\n${sized}    "sites": ${line(sites)},\n    "rows": {\n${lines.join(',\n')}\n    }\n  }`;
  });
  return `{\n${operations.join(',\n')}\n}\n`;
}

const pathIn = (folder: string): string => join(folder, NAME);

const textIn = (folder: string): string | undefined =>
  existsSync(pathIn(folder)) ? readFileSync(pathIn(folder), 'utf8') : undefined;

const isRows = (value: unknown): value is RowsFile =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((kept) => Array.isArray(kept?.sites) && typeof kept?.rows === 'object');

/**
 * The rows kept in a contract's folder; none where there is no such file.
 * @throws Failure (usage) where the file is not one.
 */
export function readRows(folder: string | undefined): RowsFile {
  const text = folder === undefined ? undefined : textIn(folder);
  if (folder === undefined || text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isRows(value)) return value;
  } catch {
    // What is not JSON is no file of rows either.
  }
  throw new Failure('usage', `${pathIn(folder)} holds no rows`, 'Restore it, or delete it and run `pactcheck pacts`.');
}

/** Whether a contract's folder holds just these rows. */
export const hasRows = (folder: string, rows: RowsFile): boolean => textIn(folder) === rowsText(rows);

/** The file of these rows in a contract's folder; `undefined` where they are there already. */
export const newRows = (folder: string, rows: RowsFile): NewFile | undefined =>
  hasRows(folder, rows) ? undefined : { path: pathIn(folder), content: rowsText(rows) };
