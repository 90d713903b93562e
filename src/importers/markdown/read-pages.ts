import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { ContractError } from '../../contract';
import { AnswerProblems } from '../answer-problem';
import type { ImportedDocument, Wanted } from '../imported-document';
import type { Models } from '../print-module';
import type { DocumentWarning, FileReport } from '../report';
import { type Found, operationsOf } from './operations';
import { PageFolder } from './page-folder';
import { Reading, referencesIn } from './reading';
import { apiName, ofFile, ofFolder, type Selection, together } from './selection';
import { stemOf } from './stem';

/**
 * Reads a model page, an API page or a folder of them: what it says of models and operations, and a report per file.
 * @param words operations, `GET /path`, or models, where not all is asked for.
 * @throws ContractError for a page that cannot be trusted, with the way out.
 */
export function readPages(path: string, words: Wanted): ImportedDocument {
  const isFolder = isDirectory(path);
  const folder = new PageFolder(isFolder ? path : dirname(path), isFolder);
  const file = isFolder ? undefined : basename(path);
  const isModel = file !== undefined && folder.models.some((page) => page.file === file);
  const reading = new Reading(folder, isModel ? stemOf(file) : undefined);
  const found = operationsOf(folder);
  const select = (word: string | undefined): Selection =>
    file === undefined ? ofFolder(reading, found, word) : ofFile(reading, found, file, word);
  const api = apiName(folder.folder, file);
  const selection = words.length > 1 ? together(api, words.map(select)) : select(words[0]);
  return { ...assembled(reading, found, selection, isFolder && words.length === 0), api };
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new ContractError(`the document cannot be read: ${(error as Error).message}`, {
      where: path,
      next: 'Check the path.',
    });
  }
}

/** The selection with its models, and what its reader should know. */
function assembled(
  reading: Reading,
  found: Found,
  selection: Selection,
  isWhole: boolean,
): Omit<ImportedDocument, 'api'> {
  const { name } = selection;
  const { models, pages } = reading.closure([...selection.models, ...referencesIn(selection.operations)]);
  const named = new Set([...referencesIn(models), ...referencesIn(selection.operations)]);
  const missing = [...named].filter((model) => !Object.hasOwn(models, model));
  const { operations, leftOut } = usable(selection, models, missing);
  const lost = new Map([...pages.flatMap((page) => [...page.missing]), ...found.missing]);
  const warnings = [
    ...missing.flatMap((model) => openModel(model, lost.get(model))),
    ...leftOut.map(([id, message]) => ({ where: found.pages.get(id) ?? pages[0]?.report.file ?? '', message })),
  ];
  const used = new Set(Object.keys(operations).flatMap((id) => found.pages.get(id) ?? []));
  const reports = [
    ...pages.map(({ report }) => report),
    ...reading.refusals,
    ...found.reports.filter(({ file }) => isWhole || used.has(file)),
    ...reading.twins(pages.map((page) => page.name)),
    ...(isWhole ? reading.folder.others.map(({ file }) => passedOver(file)) : []),
  ];
  return {
    name,
    models,
    operations,
    consumer: 'consumer',
    provider: 'provider',
    missing,
    refused: missing.filter((model) => reading.refuses(model)),
    reports: withWarnings(reports, warnings),
    files: reports.map(({ file }) => file),
  };
}

/**
 * The operations whose answer some body can be; of the others, why none can.
 * @throws ContractError where that leaves none.
 */
function usable({ operations }: Selection, models: Models, missing: readonly string[]) {
  const problems = new AnswerProblems({ ...models, ...Object.fromEntries(missing.map((name) => [name, {}])) });
  const leftOut = Object.entries(operations).flatMap(([id, source]): [string, string][] => {
    const problem = problems.of(source);
    return problem === undefined ? [] : [[id, `${id} is left out: ${problem}`]];
  });
  const kept = Object.entries(operations).filter(([id]) => !leftOut.some(([other]) => other === id));
  if (kept.length === 0 && leftOut.length > 0)
    throw new ContractError(leftOut.map(([, message]) => message).join('; '), {
      next: 'Write what it should be into a contract of your own, or choose another operation.',
    });
  return { operations: Object.fromEntries(kept), leftOut };
}

const openModel = (model: string, lost: DocumentWarning | undefined): DocumentWarning[] =>
  lost === undefined
    ? []
    : [
        {
          where: lost.where,
          message: `${lost.message}, which is not beside it: it stays open until contract.ts says what it is`,
          open: model,
        },
      ];

const passedOver = (file: string): FileReport => ({
  file,
  read: 0,
  skipped: 0,
  warnings: [{ where: file, message: 'neither a model nor operations: passed over' }],
});

/** Each warning in the report of its file. */
const withWarnings = (reports: readonly FileReport[], warnings: readonly DocumentWarning[]): FileReport[] =>
  reports.map((report) => ({
    ...report,
    warnings: [...report.warnings, ...warnings.filter(({ where }) => where.replace(/:\d+$/, '') === report.file)],
  }));
