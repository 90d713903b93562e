import type { PageLine } from './lines';
import type { Table } from './table';
import { bare } from './text';
import type { Lookup } from './type-grammar';

/** A section of the page: what it says of one operation. */
export interface Section {
  readonly file: string;
  readonly id: string;
  readonly lines: readonly PageLine[];
  readonly tables: readonly Table[];
  readonly look: Lookup;
  readonly warn: (line: number, message: string) => void;
  readonly miss: (model: string, line: number, subject: string) => void;
}

/** The lines under the heading of an operation, until the next one of another. */
export function sectionOf(lines: readonly PageLine[], id: string, others: ReadonlySet<string>): PageLine[] {
  const wanted = bare(id);
  const start = lines.findIndex(({ isHeading, level, heading }) => isHeading && level <= 3 && bare(heading) === wanted);
  if (start < 0) return [];
  const end = lines.findIndex(
    ({ isHeading, heading }, index) =>
      index > start && isHeading && others.has(bare(heading)) && bare(heading) !== wanted,
  );
  return lines.slice(start, end < 0 ? lines.length : end);
}
