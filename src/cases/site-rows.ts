import { type JsonValue, type Site, unlessRefused } from '../contract';
import type { CaseTable, SiteClasses } from './case-table';
import type { AcceptRow, EitherRow, RejectRow, Row } from './classes';
import { classesOf } from './making';
import { isSettledBy } from './settled';

type Keep = (value: JsonValue) => boolean;

const isBranch = (pointer: string): boolean => /\/\|\d+$/.test(pointer);

/**
 * Accept rows as they are left at a site: a value is typical that no edge row which is left holds. A decimal as text looks
 * like a number; where no value of that class is allowed, it is the plain value, and else would be of no class at all.
 */
function withTypicalOfTheRest(rows: readonly AcceptRow[]): readonly AcceptRow[] {
  const edges = rows.filter(({ coarse }) => coarse !== 'typical');
  return rows.map((row) =>
    row.coarse === 'typical' ? { ...row, holds: (value) => !edges.some((edge) => edge.holds(value)) } : row,
  );
}

/** The rows of one site. They are made when they are first asked for: a table is large, and often only begun. */
export class SiteRows implements SiteClasses {
  private candidates: readonly Row[] | undefined;
  private readonly made = new Map<Row['verdict'], readonly Row[]>();

  constructor(
    readonly site: Site,
    private readonly table: () => CaseTable,
  ) {}

  get accept(): readonly AcceptRow[] {
    return this.once('accept', this.allows) as readonly AcceptRow[];
  }

  get either(): readonly EitherRow[] {
    return this.once('either', this.allows) as readonly EitherRow[];
  }

  get reject(): readonly RejectRow[] {
    return this.once(
      'reject',
      (value) => !this.table().making.mayAllow(this.site.schema, value),
    ) as readonly RejectRow[];
  }

  private readonly allows: Keep = (value) => this.table().making.allows(this.site.schema, value);

  private once(verdict: Row['verdict'], keep: Keep): readonly Row[] {
    const known = this.made.get(verdict);
    if (known !== undefined) return known;
    this.candidates ??= this.all();
    const fitting = this.fitting(verdict, keep);
    const rows = verdict === 'accept' ? withTypicalOfTheRest(fitting as AcceptRow[]) : fitting;
    this.made.set(verdict, rows);
    return rows;
  }

  /** None where nothing can be made at the site, as of a pattern that no text fits. */
  private all(): readonly Row[] {
    const { schema } = this.site;
    return unlessRefused(
      () => classesOf(schema).rows(schema, this.table().making),
      () => [],
    );
  }

  /** The rows of a verdict with the values that are kept; rows without any left fall out. */
  private fitting(verdict: Row['verdict'], keep: Keep): Row[] {
    const { pointer } = this.site;
    const isSettled = isSettledBy(this.table(), pointer, verdict);
    return (this.candidates ?? [])
      .filter((row) => row.verdict === verdict && !this.isOfUnion(row))
      .map((row) => ({ ...row, values: row.values.filter((value) => keep(value) && isSettled(value)) }))
      .filter((row) => row.values.length > 0);
  }

  /** The union itself has the values of types that no branch has. */
  private isOfUnion({ verdict, name }: Row): boolean {
    return verdict === 'reject' && isBranch(this.site.pointer) && name.endsWith(' instead');
  }
}
