import type { JsonValue, MainResponse, Rule } from '../../contract';
import type { Coverage, CoverageFigure } from '../../result';
import type { SiteClasses } from '../case-table';
import type { ClassesOfBody } from '../classify';
import { type PlanOptions, type Variation, variationOf } from '../covering/model';
import { coveringRowsOf } from '../covering/rows';
import { type Bench, benchOf } from '../draft';
import type { Clause, FactorModel } from '../factors/factor';
import { classNames, coarseOf } from '../factors/levels';
import { cellsOf } from './cells';
import { type Combination, combinationsIn, type Feasible, feasibleCombinations, keyOf } from './combinations';
import { type SeenBy, Sightings } from './sightings';
import { sitePairsOf } from './site-pairs';

/** What is measured. */
export interface MeterOptions extends Pick<PlanOptions, 'carries' | 'fixed'> {
  /** Combinations of up to so many sites are counted; 2 at least. */
  readonly strength?: number | undefined;
}

const NONE: Feasible = { combinations: new Map(), infeasible: 0 };

/** Measures what bodies cover of one answer: classes of sites, and combinations of coarse classes. */
export class AnswerMeter {
  private readonly bench: Bench;
  private readonly variation: Variation;
  private readonly clauses: readonly Clause[];
  private readonly sightings = new Sightings();
  private readonly feasible = new Map<number, Feasible>();
  private readonly covered = new Map<number, Set<string>>();
  private readonly coarse: ReadonlyMap<string, ReadonlyMap<string, string>>;
  private count = 0;

  constructor(main: MainResponse, rules: readonly Rule[], { carries, fixed, strength = 2 }: MeterOptions) {
    this.bench = benchOf(main, rules, 1);
    this.variation = variationOf(this.bench, main.operation, { carries, fixed, spellings: false });
    const { model, composer } = this.variation;
    this.clauses = coveringRowsOf(model, { strength: 2, effort: 0 }, composer, []).clauses;
    for (let size = 2; size <= Math.max(2, strength); size += 1) {
      this.feasible.set(size, feasibleCombinations(model, this.clauses, size));
      this.covered.set(size, new Set());
    }
    this.coarse = new Map(
      this.bench.table.sites.map((classes) => [classes.site.pointer, coarseClasses(classes, model)]),
    );
  }

  /** How many bodies were seen. */
  get bodies(): number {
    return this.count;
  }

  /** Counts what a body covers. */
  see(body: JsonValue, seen: SeenBy): void {
    this.count += 1;
    const classes = this.variation.classify(body);
    for (const [site, names] of classes) for (const name of names) this.sightings.add(site, name, seen);
    for (const [size, covered] of this.covered) for (const key of this.keysIn(classes, size)) covered.add(key);
  }

  /** The classes of the values in a body. */
  classesOf(body: JsonValue): ClassesOfBody {
    return this.variation.classify(body);
  }

  /** The keys of the feasible combinations of so many sites that a body has. */
  keysOf(body: JsonValue, size: number): string[] {
    return [...this.keysIn(this.variation.classify(body), size)];
  }

  /** The feasible combinations of so many sites that no body had, by their key. */
  missing(size: number): Map<string, Combination> {
    const covered = this.covered.get(size);
    const { combinations } = this.feasible.get(size) ?? NONE;
    return new Map([...combinations].filter(([key]) => covered?.has(key) !== true));
  }

  /** How many combinations of so many sites no body can have. */
  infeasible(size: number): number {
    return (this.feasible.get(size) ?? NONE).infeasible;
  }

  /** What was covered of the combinations of so many sites; `undefined` where they are not counted. */
  figure(size: number): CoverageFigure | undefined {
    const feasible = this.feasible.get(size)?.combinations.size;
    return feasible === undefined ? undefined : { covered: this.covered.get(size)?.size ?? 0, feasible };
  }

  coverage(): Coverage {
    const cells = cellsOf(this.bench.table, this.variation.model, this.clauses, this.sightings);
    const open = cells.filter(({ excluded }) => excluded === undefined);
    const triples = this.figure(3);
    return {
      classes: { covered: open.filter(({ covered }) => covered).length, feasible: open.length },
      pairs: this.figure(2) ?? { covered: 0, feasible: 0 },
      ...(triples === undefined ? {} : { triples }),
      cells,
      sitePairs: sitePairsOf((this.feasible.get(2) ?? NONE).combinations, this.covered.get(2)),
    };
  }

  private *keysIn(classes: ClassesOfBody, size: number): Generator<string> {
    const { combinations } = this.feasible.get(size) ?? NONE;
    const paired = this.variation.model.factors.filter(({ isPaired }) => isPaired);
    const bySite = paired.map(({ site }) => {
      const coarse = this.coarse.get(site.pointer);
      const names = [...(classes.get(site.pointer) ?? [])].map((name) => coarse?.get(name) ?? name);
      return [site.pointer, new Set(names)] as const;
    });
    for (const combination of combinationsIn(bySite, size)) {
      const key = keyOf(combination);
      if (combinations.has(key)) yield key;
    }
  }
}

const coarseClasses = (classes: SiteClasses, model: FactorModel): Map<string, string> => {
  const names = classNames(classes.accept);
  return new Map(classes.accept.map((row, index) => [names[index] as string, coarseOf(classes, row, model)]));
};
