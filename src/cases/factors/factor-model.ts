import type { Rule, Site } from '../../contract';
import type { CaseTable, SiteClasses } from '../case-table';
import { documentedPointers } from './documented';
import type { Exclusion, FactorModel, SiteFactor, SiteLevel } from './factor';
import { ABSENT, type LevelOptions, levelsOf } from './levels';
import { conditionalSites, ruleClauses, timeClauses } from './rule-clauses';
import { placeOf, placesOf, structuralClauses } from './structure';

/** What an answer's variation is made from, beside its table. */
export interface ModelOptions extends Omit<LevelOptions, 'conditional'> {
  /** Rules that a body alone can break. */
  readonly rules: readonly Rule[];
}

/** The most sites that vary, and of them the most whose combinations count: larger documents are cut, outer first. */
const MOST_FACTORS = 120;
const MOST_PAIRED = 80;

/** Lists and maps that lie in each other deeper than this do not vary: each combination of their sizes multiplies. */
const MOST_NESTED = 10;

const isTooNested = ({ site }: SiteClasses): boolean =>
  site.pointer.split('/').filter((segment) => segment === '[]' || segment === '{}').length > MOST_NESTED;

const depthOf = (pointer: string): number =>
  pointer.split('/').filter((segment) => !/^\|\d+$/.test(segment)).length - 1;

/** What is worth to be combined with all else: members of the answer itself, and within them what people branch on. */
const isWorthPairs = ({ site }: SiteClasses, levels: readonly SiteLevel[]): boolean =>
  levels.length > 1 &&
  (depthOf(site.pointer) <= 1 || site.optional || ['enum', 'boolean', 'union'].includes(site.schema.kind));

const CONTAINERS = ['array', 'map', 'union'];

/** Whether something depends on the site: that it varies, or that it has no place for what lies within it. */
const isFactor = ({ site }: SiteClasses, levels: readonly SiteLevel[]): boolean =>
  levels.length > 1 || site.optional || (levels.length > 0 && CONTAINERS.includes(site.schema.kind));

const byDepth = (left: SiteClasses, right: SiteClasses): number =>
  depthOf(left.site.pointer) - depthOf(right.site.pointer);

const ABSENCE: SiteLevel = { name: ABSENT, coarse: ABSENT, level: 'absent' };

const whyNeeded = (site: Site, { carries, operation }: LevelOptions): string | undefined =>
  carries?.(site, ABSENT, undefined, operation);

const mayMiss = ({ site }: SiteClasses, options: LevelOptions): boolean =>
  site.optional && whyNeeded(site, options) === undefined;

interface Varying {
  readonly classes: SiteClasses;
  readonly levels: readonly SiteLevel[];
}

function varyingSites(table: CaseTable, options: LevelOptions): { varying: Varying[]; excluded: Exclusion[] } {
  const all = table.sites.map((classes) => ({ classes, ...levelsOf(classes, options) }));
  const varying = all
    .map(({ classes, levels }) => ({ classes, levels: mayMiss(classes, options) ? [...levels, ABSENCE] : levels }))
    .filter(({ classes, levels }) => isFactor(classes, levels));
  const needed = table.sites.flatMap(({ site }): Exclusion[] => {
    const reason = site.optional ? whyNeeded(site, options) : undefined;
    return reason === undefined ? [] : [{ site: site.pointer, class: ABSENT, reason }];
  });
  return { varying, excluded: [...all.flatMap(({ excluded }) => excluded), ...needed] };
}

/** Sites within others that may be away are away with them: where no level says so yet, one is added. */
function withAbsence(table: CaseTable, factors: readonly SiteFactor[]): SiteFactor[] {
  const complete: SiteFactor[] = [];
  const indexes = new Map<string, number>();
  for (const factor of factors) {
    const place = placeOf(table, factor.site, complete, indexes);
    const needed = place !== undefined && place.levels.length < (complete[place.outer] as SiteFactor).levels.length;
    const isKnown = factor.levels.some(({ level }) => level === 'absent');
    indexes.set(factor.site.pointer, complete.length);
    complete.push(needed && !isKnown ? { ...factor, levels: [...factor.levels, ABSENCE] } : factor);
  }
  return complete;
}

/** How an answer varies: its sites with their classes, and what excludes what. */
export function factorModelOf(table: CaseTable, options: ModelOptions): FactorModel {
  const conditional = conditionalSites(options.rules);
  const { varying, excluded } = varyingSites(table, { ...options, conditional });
  const kept = new Set(
    varying
      .map(({ classes }) => classes)
      .filter((classes) => !isTooNested(classes))
      .toSorted(byDepth)
      .slice(0, MOST_FACTORS),
  );
  const worth = varying.filter(({ classes, levels }) => kept.has(classes) && isWorthPairs(classes, levels));
  const paired = new Set(
    worth
      .map(({ classes }) => classes)
      .toSorted(byDepth)
      .slice(0, MOST_PAIRED),
  );
  const documented = documentedPointers(table.sites.map(({ site }) => site));
  const factors = withAbsence(
    table,
    varying
      .filter(({ classes }) => kept.has(classes))
      .map(({ classes, levels }) => ({
        site: classes.site,
        documented: documented.get(classes.site.pointer) ?? classes.site.pointer,
        levels,
        isPaired: paired.has(classes),
      })),
  );
  return {
    factors,
    clauses: [
      ...structuralClauses(factors, placesOf(table, factors)),
      ...ruleClauses(table, factors, options.rules),
      ...timeClauses(factors, options.operation.update),
    ],
    excluded,
    conditional,
    beyond: { sites: varying.length - kept.size, pairs: worth.length - paired.size },
  };
}
