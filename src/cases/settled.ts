import type { JsonValue, SchemaOf, Verdict } from '../contract';
import type { CaseTable } from './case-table';
import { compose, pinned } from './compose';

interface Around {
  readonly union: SchemaOf<'union'>;
  readonly at: string;
  /** Which branch leads to the site. */
  readonly branch: number;
}

/** The unions that a site lies in, inner before outer. */
function unionsAround(table: CaseTable, pointer: string): Around[] {
  const found = [...pointer.matchAll(/\/\|(\d+)(?=\/|$)/g)].flatMap((match) => {
    const at = pointer.slice(0, match.index);
    const union = table.bySite.get(at)?.site.schema;
    return union?.kind === 'union' ? [{ union, at, branch: Number(match[1]) }] : [];
  });
  return found.reverse();
}

/**
 * Whether a value at a site within unions stays what the site's own schema says of it: what one branch refuses, another
 * may allow, and what it allows may be of two branches where only one may be.
 */
export function isSettledBy(table: CaseTable, pointer: string, verdict: Verdict): (value: JsonValue) => boolean {
  const around = unionsAround(table, pointer);
  const relevant = verdict === 'reject' ? around : around.filter(({ union }) => union.mode === 'one');
  return (value) =>
    relevant.every(({ union, at, branch }) => {
      const body = compose(table, pinned(pointer, value), at);
      if (body === undefined) return false;
      const { allows, mayAllow } = table.making;
      const others = union.branches.filter((schema, index) => index !== branch && mayAllow(schema, body));
      const isOfSeveral = (): boolean => others.filter((schema) => allows(schema, body)).length > 1;
      return others.length === 0 || (verdict === 'reject' && union.mode === 'one' && isOfSeveral());
    });
}
