import type { OperationSource, Security } from '../../contract';
import type { DocumentWarning, FileReport } from '../report';
import { readApiPage } from './api-page';
import type { PageFolder } from './page-folder';
import { schemesIn } from './security';

/** The operations of API pages, and what reading them found. */
export interface Found {
  readonly operations: Readonly<Record<string, OperationSource>>;
  /** By operation, the page that has it. */
  readonly pages: ReadonlyMap<string, string>;
  readonly missing: ReadonlyMap<string, DocumentWarning>;
  readonly reports: readonly FileReport[];
}

/** All operations of the API pages; of those with one id, the later ones get a number. */
export function operationsOf(folder: PageFolder, apis = folder.apis): Found {
  const schemes = new Map<string, Security>(folder.others.flatMap(({ text }) => [...schemesIn(text)]));
  const read = apis.map(({ file, text }) => ({ file, ...readApiPage(text, file, folder.look, schemes) }));
  const operations = new Map<string, OperationSource>();
  const pages = new Map<string, string>();
  for (const page of read)
    for (const { id, source } of page.operations) {
      const name = freeName(id, operations);
      operations.set(name, source);
      pages.set(name, page.file);
    }
  return {
    operations: Object.fromEntries(operations),
    pages,
    missing: new Map(read.flatMap((page) => [...page.missing])),
    reports: read.map(({ report }) => report),
  };
}

function freeName(id: string, taken: ReadonlyMap<string, unknown>): string {
  let name = id;
  for (let count = 2; taken.has(name); count += 1) name = `${id}_${count}`;
  return name;
}
