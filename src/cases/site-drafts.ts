import type { JsonValue, Verdict } from '../contract';
import type { CaseTable, SiteClasses } from './case-table';
import { acceptSpelling, type Row } from './classes';
import { type Levels, pinned } from './compose';
import type { Draft } from './draft';

/** How a site is called in an id; the root has no pointer. */
export const siteName = (pointer: string): string => (pointer === '' ? 'body' : pointer);

const numbered = (id: string, index: number): string => (index === 0 ? id : `${id} ${index + 1}`);

/** One draft for each value of a row. */
function rowDrafts(pointer: string, row: Row): Draft[] {
  const reason = row.verdict === 'accept' ? {} : { reason: row.reason };
  const place = row.verdict === 'accept' ? {} : { site: pointer };
  return row.values.map((value: JsonValue, index) => ({
    id: numbered(`${siteName(pointer)} ${row.name}`, index),
    verdict: row.verdict,
    levels: pinned(pointer, value),
    classes: { [pointer]: row.name },
    ...reason,
    ...place,
  }));
}

const absent = (pointers: readonly string[]): Levels =>
  new Map(pointers.map((pointer) => [pointer, 'absent'] as const));

const absentClasses = (pointers: readonly string[]): Record<string, string> =>
  Object.fromEntries(pointers.map((pointer) => [pointer, 'absent']));

const missing = (pointer: string): Draft => ({
  id: `${siteName(pointer)} missing`,
  verdict: 'reject',
  levels: absent([pointer]),
  classes: { [pointer]: 'missing' },
  site: pointer,
  reason: 'it is required',
});

/** All but one: the optional member that is left out. */
const allButOne = (pointer: string): Draft => ({
  id: `${siteName(pointer)} absent`,
  verdict: 'accept',
  levels: absent([pointer]),
  classes: { [pointer]: 'absent' },
});

const isMember = ({ site }: SiteClasses): boolean => site.property !== undefined;

/** The optional members of the object at a site. */
const optionalMembers = (table: CaseTable, parent: string): string[] =>
  table.sites.filter(({ site }) => site.parent === parent && site.optional).map(({ site }) => site.pointer);

/** Only the required members of the object at a site, and exactly one optional one beside them. */
function presenceDrafts(table: CaseTable, parent: string): Draft[] {
  const optional = optionalMembers(table, parent);
  if (optional.length < 2) return [];
  const alone = optional.map((pointer): Draft => {
    const others = optional.filter((other) => other !== pointer);
    const levels = new Map([...absent(others), ...present(table, pointer)]);
    return {
      id: `${pointer} alone`,
      verdict: 'accept',
      levels,
      classes: { [pointer]: 'typical', ...absentClasses(others) },
    };
  });
  const none = absent(optional);
  const id = `${siteName(parent)} only the required`;
  return [{ id, verdict: 'accept', levels: none, classes: absentClasses(optional) }, ...alone];
}

const present = (table: CaseTable, pointer: string): Levels => {
  const value = table.bySite.get(pointer)?.accept[0]?.values[0];
  return value === undefined ? new Map() : pinned(pointer, value);
};

/** The examples that the document gives for a site, those that fit it. */
function exampleDrafts({ making }: CaseTable, { site }: SiteClasses): Draft[] {
  const values = (site.schema.examples ?? []).filter((value) => making.allows(site.schema, value));
  return rowDrafts(site.pointer, acceptSpelling('example', values));
}

function draftsAt(table: CaseTable, classes: SiteClasses, verdict: Verdict): Draft[] {
  const { site } = classes;
  const rows = classes[verdict].flatMap((row) => rowDrafts(site.pointer, row));
  if (verdict === 'accept') {
    const left = site.optional ? [allButOne(site.pointer)] : [];
    return [...rows, ...exampleDrafts(table, classes), ...left, ...presenceDrafts(table, site.pointer)];
  }
  if (verdict === 'reject' && isMember(classes) && !site.optional) return [missing(site.pointer), ...rows];
  return rows;
}

/** Every class of every site, one at a time around a typical payload, and the ways in which members can be absent. */
export function* siteDrafts(table: CaseTable, verdict: Verdict): Generator<Draft> {
  for (const classes of table.sites) yield* draftsAt(table, classes, verdict);
}
