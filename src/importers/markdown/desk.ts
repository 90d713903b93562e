import type { JsonSchema } from '../../contract';
import type { DocumentWarning } from '../report';
import type { EnumMember, PageEnum } from './enums';
import type { Lookup } from './type-grammar';

/** What reading the rows of a page needs, and what it finds on the way. */
export interface Desk {
  readonly file: string;
  readonly title: string;
  readonly enums: readonly PageEnum[];
  /** The models of other pages. */
  readonly neighbours: Lookup;
  readonly warnings: DocumentWarning[];
  /** Models that are not there, each with the row that names it first. */
  readonly missing: Map<string, DocumentWarning>;
  /** Enums that a property has taken. */
  readonly used: Set<PageEnum>;
}

/** What came of a page's rows. */
export interface Read {
  readonly schema: JsonSchema;
  readonly rows: number;
  readonly skipped: number;
}

/** Something that the reader of the page should know, at a line of it. */
export const warn = ({ file, warnings }: Desk, line: number, message: string): void => {
  warnings.push({ where: `${file}:${line}`, message });
};

/** A model that is named and not there. */
export function miss(desk: Desk, model: string, line: number, subject: string): void {
  if (desk.missing.has(model)) return;
  desk.missing.set(model, { where: `${desk.file}:${line}`, message: `${subject} refers to the model ${model}` });
}

/** An enum of these members, as a schema. */
export function enumSchema(members: readonly EnumMember[]): JsonSchema {
  const values = [...new Set(members.map(({ value }) => value))];
  return values.every((value) => typeof value === 'string') ? { type: 'string', enum: values } : { enum: values };
}
