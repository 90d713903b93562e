import { basename } from 'node:path';
import { ContractError, type JsonLiteral, type JsonSchema } from '../../contract';
import type { DocumentWarning, FileReport } from '../report';
import { type EnumValues, enumsOf } from './enums';
import { type PropertyRow, propertyRow } from './property-row';
import { readTables, type Table } from './table';
import { meaningOf } from './type-grammar';

/** A model page, read: one model, and what it refers to. */
export interface ModelPage {
  /** The name of the file without its ending: titles have prefixes, file names have not. */
  readonly name: string;
  readonly schema: JsonSchema;
  /** Models of other pages, each with the row that names it first. */
  readonly references: ReadonlyMap<string, DocumentWarning>;
  readonly report: FileReport;
}

/** Notes that say nothing about what is allowed. */
const SILENT = /^(?:default to\b.*|beta|example:?.*|enum:?.*)$/s;

/**
 * Reads a model page of a code generator.
 * @param file its name, for messages and for the name of the model.
 * @throws ContractError where the page cannot be trusted, with the way out.
 */
export function readPage(text: string, file: string): ModelPage {
  const { tables, lines } = readTables(text);
  const enums = enumsOf(tables, lines);
  const name = basename(file).replace(/\.mdx?$/i, '');
  const own = enums.get('');
  const table = tables.find(({ heading, columns }) => heading === 'Properties' && columns[0] === 'Name');
  if (table === undefined && own !== undefined) return enumPage(name, own, file);
  if (table === undefined)
    throw new ContractError('the page has no table of properties', {
      where: file,
      next: 'Give a model page of a code generator, with a table under "## Properties".',
    });
  requireNotes(table, file);
  return modelPage(name, table.rows.map(propertyRow), enums, file);
}

/** A table without notes does not say which properties are optional. */
function requireNotes(table: Table, file: string): void {
  if (table.columns.length >= 4) return;
  throw new ContractError('the page does not say which properties are optional', {
    where: `${file}:${table.line}`,
    next: 'Import the OpenAPI document, or pages of another generator.',
  });
}

const enumPage = (name: string, values: readonly JsonLiteral[], file: string): ModelPage => ({
  name,
  schema: { enum: values },
  references: new Map(),
  report: { file, read: values.length, skipped: 0, warnings: [] },
});

function modelPage(name: string, rows: readonly PropertyRow[], enums: EnumValues, file: string): ModelPage {
  const warnings: DocumentWarning[] = [];
  const references = new Map<string, DocumentWarning>();
  const properties = rows.map((row) => [row.name, propertyOf(row, enums, file, references)] as const);
  for (const row of rows) warnings.push(...unknownNotes(row, file));
  const required = rows.filter(({ notes }) => !notes.includes('optional')).map((row) => row.name);
  const schema: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
  };
  return { name, schema, references, report: { file, read: rows.length, skipped: 0, warnings } };
}

function unknownNotes(row: PropertyRow, file: string): DocumentWarning[] {
  const known = ['optional', 'readonly', 'deprecated'];
  return row.notes
    .filter((note) => !known.includes(note) && !SILENT.test(note))
    .map((note) => ({ where: `${file}:${row.line}`, message: `the note [${note}] of ${row.name} is not understood` }));
}

/** References to enums of the page itself are replaced by their values. */
function withEnums(schema: JsonSchema, enums: EnumValues): JsonSchema {
  const values = schema.$ref === undefined ? undefined : enums.get(schema.$ref.slice('#/$defs/'.length));
  if (values !== undefined)
    return values.every((value) => typeof value === 'string') ? { type: 'string', enum: values } : { enum: values };
  const { items, additionalProperties, anyOf } = schema;
  return {
    ...schema,
    ...(typeof items === 'object' ? { items: withEnums(items, enums) } : {}),
    ...(typeof additionalProperties === 'object'
      ? { additionalProperties: withEnums(additionalProperties, enums) }
      : {}),
    ...(anyOf === undefined
      ? {}
      : { anyOf: anyOf.map((branch) => (typeof branch === 'object' ? withEnums(branch, enums) : branch)) }),
  };
}

function propertyOf(
  row: PropertyRow,
  enums: EnumValues,
  file: string,
  references: Map<string, DocumentWarning>,
): JsonSchema {
  const meaning = meaningOf(row.type);
  for (const name of meaning.references.filter((candidate) => !enums.has(candidate))) {
    const message = `${row.name} refers to the model ${name}`;
    if (!references.has(name)) references.set(name, { where: `${file}:${row.line}`, message });
  }
  return {
    ...withEnums(meaning.schema, enums),
    ...(row.notes.includes('readonly') ? { readOnly: true } : {}),
    ...(row.notes.includes('deprecated') ? { deprecated: true } : {}),
    ...(row.description === '' ? {} : { description: row.description }),
  };
}
