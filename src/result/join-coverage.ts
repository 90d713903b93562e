import type { CoverageFigure } from './coverage-figure';
import type { Coverage, CoverageCell, Run, SitePair } from './run';

/** As many ids as say which results covered a cell; more help nobody. */
const FEW = 5;

function groupedBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

function joinCells(cells: readonly CoverageCell[]): CoverageCell[] {
  return groupedBy(cells, ({ site, class: name, part }) => JSON.stringify([site, name, part])).map((same) => {
    const covered = same.some((cell) => cell.covered);
    const excluded = same.find((cell) => cell.excluded !== undefined)?.excluded;
    const by = [...new Set(same.flatMap((cell) => cell.by ?? []))].slice(0, FEW);
    const failed = same.reduce((sum, cell) => sum + (cell.failed ?? 0), 0);
    const { site, class: name, part } = same[0] as CoverageCell;
    return {
      site,
      class: name,
      covered,
      ...(excluded === undefined || covered ? {} : { excluded }),
      ...(by.length === 0 ? {} : { by }),
      ...(failed === 0 ? {} : { failed }),
      ...(part === undefined ? {} : { part }),
    };
  });
}

function joinPair(same: readonly SitePair[]): SitePair {
  const { feasible, covered: _, missing: __, ...pair } = same[0] as SitePair;
  const open = same.filter(({ covered }) => covered < feasible);
  const lists = open.map(({ missing }) => missing);
  if (open.length < same.length) return { ...pair, feasible, covered: feasible };
  if (!lists.every((list) => list !== undefined))
    return { ...pair, feasible, covered: Math.max(...same.map(({ covered }) => covered)) };
  const others = lists.slice(1).map((list) => new Set(list.map((tuple) => JSON.stringify(tuple))));
  const missing = (lists[0] ?? []).filter((tuple) => others.every((set) => set.has(JSON.stringify(tuple))));
  return { ...pair, feasible, covered: feasible - missing.length, missing };
}

/** Without the tuples a union cannot be known: the largest share is what it has at least. */
const atLeast = (figures: readonly (CoverageFigure | undefined)[]): CoverageFigure | undefined =>
  figures
    .filter((figure) => figure !== undefined)
    .reduce<CoverageFigure | undefined>(
      (best, figure) => (best === undefined || figure.covered > best.covered ? figure : best),
      undefined,
    );

const sumOf = (figures: readonly (CoverageFigure | undefined)[]): CoverageFigure | undefined => {
  const given = figures.filter((figure) => figure !== undefined);
  if (given.length === 0) return undefined;
  const sum = (key: keyof CoverageFigure): number => given.reduce((total, figure) => total + figure[key], 0);
  return { covered: sum('covered'), feasible: sum('feasible') };
};

interface Parts {
  readonly classes: CoverageFigure | undefined;
  readonly pairs: CoverageFigure | undefined;
  readonly triples: CoverageFigure | undefined;
  readonly cells: readonly CoverageCell[];
  readonly sitePairs: readonly SitePair[];
}

const coverageOf = ({ classes, pairs, triples, cells, sitePairs }: Parts): Coverage => ({
  classes: classes ?? { covered: 0, feasible: 0 },
  ...(pairs === undefined ? {} : { pairs }),
  ...(triples === undefined ? {} : { triples }),
  ...(cells.length === 0 ? {} : { cells }),
  ...(sitePairs.length === 0 ? {} : { sitePairs }),
});

/** What the shards of one piece of work covered together: whatever any of them did. */
export function unionOf(runs: readonly Run[]): Coverage | undefined {
  const coverages = runs.map(({ coverage }) => coverage).filter((coverage) => coverage !== undefined);
  if (coverages.length === 0) return undefined;
  const cells = joinCells(coverages.flatMap((coverage) => coverage.cells ?? []));
  const pairs = coverages.flatMap((coverage) => coverage.sitePairs ?? []);
  const sitePairs = groupedBy(pairs, ({ sites, part }) => JSON.stringify([sites, part])).map(joinPair);
  const counted = {
    covered: cells.filter(({ covered }) => covered).length,
    feasible: cells.filter(({ excluded }) => excluded === undefined).length,
  };
  const everyHas = (key: 'cells' | 'sitePairs'): boolean => coverages.every((coverage) => coverage[key] !== undefined);
  return coverageOf({
    classes: everyHas('cells') ? counted : atLeast(coverages.map(({ classes }) => classes)),
    pairs: everyHas('sitePairs') ? sumOf(sitePairs) : atLeast(coverages.map(({ pairs: figure }) => figure)),
    triples: atLeast(coverages.map(({ triples }) => triples)),
    cells,
    sitePairs,
  });
}

/** What parts of different work covered, each on its own: a union would hide what one of them leaves out. */
export function besideOf(all: readonly Coverage[]): Coverage | undefined {
  if (all.length === 0) return undefined;
  return coverageOf({
    classes: sumOf(all.map(({ classes }) => classes)),
    pairs: sumOf(all.map(({ pairs }) => pairs)),
    triples: sumOf(all.map(({ triples }) => triples)),
    cells: all.flatMap(({ cells = [] }) => cells),
    sitePairs: all.flatMap(({ sitePairs = [] }) => sitePairs),
  });
}
