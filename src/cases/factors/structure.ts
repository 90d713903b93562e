import { isJsonObject, type Site } from '../../contract';
import type { CaseTable } from '../case-table';
import type { Clause, SiteFactor, SiteLevel } from './factor';

/** Where the value of a factor stands: the levels of an outer factor that have a place for it. */
export interface Place {
  readonly outer: number;
  readonly levels: readonly number[];
}

/** Of a value of a union, the first branch that allows it: what lies within the others is not there. */
function branchOf({ bySite, making }: CaseTable, { pointer, schema }: Site, { level }: SiteLevel): string | undefined {
  if (schema.kind !== 'union' || level === 'absent') return undefined;
  const steps = schema.branches.map((_, index) => `|${index}`);
  return steps.find((step) => {
    const site = bySite.get(`${pointer}/${step}`)?.site;
    return site !== undefined && making.allows(site.schema, level.value);
  });
}

/** Whether a value that stands at the outer site has a place for the first step towards an inner one. */
function hasPlace(table: CaseTable, outer: Site, level: SiteLevel, step: string): boolean {
  if (level.level === 'absent') return false;
  const { value } = level.level;
  if (step === '[]') return Array.isArray(value) && value.length > 0;
  if (step === '{}') return isJsonObject(value) && Object.keys(value).length > 0;
  return step.startsWith('|') ? step === branchOf(table, outer, level) : isJsonObject(value);
}

/** The nearest site outwards that varies, and the step from it inwards. */
function outerOf(table: CaseTable, site: Site, indexes: ReadonlyMap<string, number>) {
  let inner: Site | undefined = site;
  while (inner?.parent !== undefined) {
    const factor = indexes.get(inner.parent);
    if (factor !== undefined) return { factor, step: inner.pointer.slice(inner.parent.length + 1) };
    inner = table.bySite.get(inner.parent)?.site;
  }
  return undefined;
}

/** Where a site stands among factors, those that it lies in before it; `undefined` where it lies in none of them. */
export function placeOf(
  table: CaseTable,
  site: Site,
  factors: readonly SiteFactor[],
  indexes: ReadonlyMap<string, number>,
): Place | undefined {
  const outer = outerOf(table, site, indexes);
  if (outer === undefined) return undefined;
  const { site: outerSite, levels } = factors[outer.factor] as SiteFactor;
  const having = levels.flatMap((level, index) => (hasPlace(table, outerSite, level, outer.step) ? [index] : []));
  return { outer: outer.factor, levels: having };
}

/** By factor, where it stands; `undefined` of one that stands in no other. */
export function placesOf(table: CaseTable, factors: readonly SiteFactor[]): (Place | undefined)[] {
  const indexes = new Map(factors.map(({ site }, index) => [site.pointer, index]));
  return factors.map(({ site }) => placeOf(table, site, factors, indexes));
}

const indexesOf = (levels: readonly SiteLevel[], holds: (level: SiteLevel, index: number) => boolean): number[] =>
  levels.flatMap((level, index) => (holds(level, index) ? [index] : []));

/** No value without a place for it, and no place without its value, unless that is optional. */
export function structuralClauses(factors: readonly SiteFactor[], places: readonly (Place | undefined)[]): Clause[] {
  return factors.flatMap(({ site, levels }, factor): Clause[] => {
    const place = places[factor];
    if (place === undefined) return [];
    const outer = factors[place.outer] as SiteFactor;
    const without = indexesOf(outer.levels, (_, index) => !place.levels.includes(index));
    const present = indexesOf(levels, ({ level }) => level !== 'absent');
    const absent = indexesOf(levels, ({ level }) => level === 'absent');
    const needsPlace: Clause = {
      terms: [
        [place.outer, without],
        [factor, present],
      ],
    };
    const needsValue: Clause = {
      terms: [
        [place.outer, place.levels],
        [factor, absent],
      ],
    };
    return [needsPlace, ...(site.optional ? [] : [needsValue])];
  });
}
