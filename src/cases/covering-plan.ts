import type { Case, FixedValue, JsonValue, Operation } from '../contract';
import { stringifyJson } from '../contract';
import type { Row } from '../covering';
import { type ClassesOfBody, classifierOf } from './classify';
import { type Bench, caseWith } from './draft';
import { type Composer, composerOf } from './factors/compose-row';
import { type CoveringRows, coveringRowsOf } from './factors/covering-rows';
import type { Carries, Clause, FactorModel } from './factors/factor';
import { factorModelOf } from './factors/factor-model';
import { type KeptRows, keptOf, readKept } from './kept-rows';
import { namedRows } from './row-names';

/** What rows are to cover, and what they may hold. */
export interface PlanOptions {
  /** All combinations of the coarse classes of so many sites; 2 where it is not given. */
  readonly strength?: number | undefined;
  /** Why values cannot be used, as those that no pact can carry. */
  readonly carries?: Carries | undefined;
  /** Sites that hold one value. */
  readonly fixed?: readonly FixedValue[] | undefined;
  /** Classes that only the text shows are rows too. */
  readonly spellings?: boolean | undefined;
  /** Rows that come first and stay. */
  readonly keep?: KeptRows | undefined;
}

/** Rows that cover an answer, as cases, and all that led to them. */
export interface Plan extends Variation {
  /** What excludes what: the model's clauses, and those found in making bodies. */
  readonly clauses: readonly Clause[];
  readonly rows: readonly Row[];
  readonly cases: readonly Case[];
  readonly kept: KeptRows;
  /** No rows fewer than this cover as much. */
  readonly lowerBound: number;
}

/** The first rows of a plan that has none yet: the plainest body, and the one with least in it. */
function firstRows({ factors }: FactorModel): Row[] {
  const plain = factors.map(() => 0);
  const least = factors.map(({ site, levels }) =>
    site.optional ? levels.findIndex(({ level }) => level === 'absent') : -1,
  );
  return factors.some(({ site }) => site.optional) ? [plain, least] : [plain];
}

function casesOf(
  bench: Bench,
  model: FactorModel,
  named: readonly { name: string; row: Row }[],
  bodies: readonly JsonValue[],
) {
  return named.map(({ name, row }, index) => {
    const levels = model.factors.map(({ site, levels: own }, factor) => [
      site.pointer,
      own[row[factor] ?? 0]?.name ?? '',
    ]);
    const bytes = Buffer.from(stringifyJson(bodies[index] as JsonValue), 'utf8');
    return caseWith(bench, bytes, { id: name, verdict: 'accept', classes: Object.fromEntries(levels) });
  });
}

/** How an answer varies, and how to make what it varies to. */
export interface Variation {
  readonly model: FactorModel;
  readonly composer: Composer;
  readonly classify: (body: JsonValue) => ClassesOfBody;
}

/** How the answer of a bench varies. */
export function variationOf(bench: Bench, operation: Operation, options: PlanOptions): Variation {
  const { carries, fixed, spellings } = options;
  const classify = classifierOf(bench.table);
  const model = factorModelOf(bench.table, { rules: bench.rules, operation, carries, fixed, spellings });
  const ofFactors = classifierOf(
    bench.table,
    model.factors.map(({ site }) => site.pointer),
  );
  return { model, classify, composer: composerOf(bench.table, model, bench.rules, ofFactors) };
}

/** Where nothing varies there is one body; none where it cannot be used. */
function onlyRow(
  { table }: Bench,
  operation: Operation,
  { composer, model }: Variation,
  { carries }: PlanOptions,
): CoveringRows {
  const made = composer.compose([]);
  const [root] = table.sites;
  const isUsed = 'body' in made && (root === undefined || carries?.(root.site, '', made.body, operation) === undefined);
  const { clauses } = model;
  return isUsed
    ? { rows: [[]], bodies: [made.body], clauses, lowerBound: 1 }
    : { rows: [], bodies: [], clauses, lowerBound: 0 };
}

/** Rows that cover all that is feasible of an answer, few and always the same. */
export function planOf(bench: Bench, operation: Operation, options: PlanOptions): Plan {
  const { strength = 2, keep } = options;
  const variation = variationOf(bench, operation, options);
  const { model, composer } = variation;
  const kept = keep === undefined ? [] : readKept(model, keep);
  const wanted = kept.length > 0 ? kept.map(({ row }) => row) : firstRows(model);
  const { rows, bodies, clauses, lowerBound } =
    model.factors.length === 0
      ? onlyRow(bench, operation, variation, options)
      : coveringRowsOf(model, { strength }, composer, wanted);
  const named = namedRows(model, rows, kept);
  const cases = casesOf(bench, model, named, bodies);
  return { ...variation, clauses, rows, cases, kept: keptOf(model, named), lowerBound };
}
