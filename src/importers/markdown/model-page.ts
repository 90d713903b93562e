import { ContractError, type JsonSchema } from '../../contract';
import type { DocumentWarning, FileReport } from '../report';
import { choicesOf } from './choices';
import { hasNames, saysPresence, unknownColumns } from './columns';
import { type Desk, enumSchema, miss, type Read, warn } from './desk';
import { enumsOf, type PageEnum } from './enums';
import { isProperties, isSection, leftOutOf } from './left-out';
import { linesOf, type PageLine } from './lines';
import { objectOf } from './object-table';
import { stemOf } from './stem';
import { type Table, tablesOf } from './table';
import { type Lookup, meaningOf } from './type-grammar';

/** A model page, read: one model, and what it refers to. */
export interface ModelPage {
  /** The name of the file without its ending: titles have prefixes, file names have not. */
  readonly name: string;
  readonly schema: JsonSchema;
  /** Models that are not there, each with the row that names it first. */
  readonly missing: ReadonlyMap<string, DocumentWarning>;
  readonly report: FileReport;
}

/** Whether a page is one of a model: of its properties, its values, or its branches. */
export function isModelPage(text: string): boolean {
  const lines = linesOf(text);
  const { tables, rest } = tablesOf(lines);
  const hasProperties = tables.some(isProperties) || lines.some(({ heading }) => isSection(heading));
  return hasProperties || enumsOf(tables, rest, false).length > 0 || choicesOf(text, lines) !== undefined;
}

/**
 * Reads a model page of a code generator.
 * @param file its name, for messages and for the name of the model.
 * @param neighbours the models of other pages.
 * @throws ContractError where the page cannot be trusted, with the way out.
 */
export function readModelPage(text: string, file: string, neighbours: Lookup = () => undefined): ModelPage {
  const lines = linesOf(text);
  const { tables, rest } = tablesOf(lines);
  const table = tables.find(isProperties);
  const desk: Desk = {
    file,
    title: lines.find(({ isHeading }) => isHeading)?.heading ?? '',
    enums: enumsOf(tables, rest, table !== undefined),
    neighbours,
    warnings: [],
    missing: new Map(),
    used: new Set(),
  };
  const leftOut = leftOutOf(tables, rest, table);
  for (const { line, message } of leftOut) warn(desk, line, message);
  const read = readSchema(desk, table, text, lines);
  const skipped = leftOut.reduce((sum, { rows }) => sum + rows, read.skipped);
  const report = { file, read: read.rows, skipped, warnings: desk.warnings };
  return { name: stemOf(file), schema: read.schema, missing: desk.missing, report };
}

function readSchema(desk: Desk, table: Table | undefined, text: string, lines: readonly PageLine[]): Read {
  const choices = choicesOf(text, lines);
  if (choices !== undefined && (table?.rows.length ?? 0) === 0) return choice(desk, choices.names, choices.line);
  if (choices !== undefined)
    warn(desk, choices.line, 'the page has branches beside its table: only the table is read; see contract.ts');
  if (table !== undefined && (table.rows.length > 0 || desk.enums.length === 0)) return ofTable(desk, table);
  const hasSection = table === undefined && lines.some(({ heading }) => isSection(heading));
  const own =
    desk.enums.find(({ name }) => name === '') ?? (hasSection || desk.enums.length > 1 ? undefined : desk.enums[0]);
  if (own !== undefined) return ownEnum(desk, own);
  throw new ContractError('the page has no table of properties', {
    where: desk.file,
    next: 'Give a model page of a code generator, with a table under "## Properties".',
  });
}

function ownEnum(desk: Desk, { members, doubt, line }: PageEnum): Read {
  if (doubt !== undefined) warn(desk, line, `${stemOf(desk.file)} is an enum, but ${doubt}: check it in contract.ts`);
  return { schema: enumSchema(members), rows: members.length, skipped: 0 };
}

/** A page that names its branches. */
function choice(desk: Desk, names: readonly string[], line: number): Read {
  const branches = names.map((name) => {
    const { schema, missing } = meaningOf(name, desk.neighbours);
    for (const lost of missing) miss(desk, lost, line, 'the page');
    return schema;
  });
  return { schema: { anyOf: branches }, rows: names.length, skipped: 0 };
}

function ofTable(desk: Desk, table: Table): Read {
  const enumPage = valuesAsProperties(table);
  if (enumPage !== undefined) {
    warn(
      desk,
      table.line,
      'the members of an enum stand in the table as if they were properties: their names are taken as the values; check them in contract.ts',
    );
    return { schema: { type: 'string', enum: enumPage }, rows: enumPage.length, skipped: 0 };
  }
  requireColumns(table, desk.file);
  for (const column of unknownColumns(table.columns))
    warn(desk, table.line, `the column ${column} is not read: see whether it limits what is allowed`);
  if (table.rows.length === 0) {
    warn(
      desk,
      table.line,
      'the table has no rows: a free-form object, another name of a type, an enum or a choice; it stays open until contract.ts says what it is',
    );
    return { schema: {}, rows: 0, skipped: 0 };
  }
  return objectOf(desk, table);
}

/** Square's Python writes the members of an enum as properties of type string, in two columns. */
function valuesAsProperties({ columns, rows }: Table): string[] | undefined {
  const isMember = ({ cells }: Table['rows'][number]): boolean =>
    /^\*\*[A-Z][A-Z0-9_]*\*\*$/.test(cells[0] ?? '') && cells[1] === 'string';
  if (columns.join() !== 'name,type' || rows.length === 0 || !rows.every(isMember)) return undefined;
  return rows.map(({ cells }) => (cells[0] as string).replaceAll('*', ''));
}

/** @throws ContractError where the table lacks what a contract needs, or has other columns than any generator. */
function requireColumns(table: Table, file: string): void {
  const { columns, line } = table;
  if (!hasNames(columns))
    throw new ContractError(`the columns ${columns.join(', ')} are not those of a table of properties`, {
      where: `${file}:${line}`,
      next: 'The first one should be Name, and there should be Type and Notes.',
    });
  if (saysPresence(columns)) return;
  throw new ContractError('the page does not say which properties are optional', {
    where: `${file}:${line}`,
    next: `Import the OpenAPI document or pages of another generator, or write ${stemOf(file)} into the models of contract.ts by hand.`,
  });
}
