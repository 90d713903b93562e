import {
  type Case,
  type Contract,
  type JsonValue,
  type Operation,
  rulesCountedOn,
  stringifyJson,
  type Verdict,
} from '../../contract';
import type { Row } from '../../covering';
import { documentCases } from '../document-cases';
import { type Bench, benchOf, caseOf, caseWith } from '../draft';
import type { Clause, Exclusion, FactorModel } from '../factors/factor';
import { type KeptRows, keptOf, readKept } from '../kept-rows';
import { mainResponse } from '../main-response';
import { planted } from '../planted';
import { namedRows } from '../row-names';
import { siteDrafts } from '../site-drafts';
import { type PlanOptions, type Variation, variationOf } from './model';
import { type CoveringRows, coveringRowsOf } from './rows';

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
  const { strength = 2, effort, keep } = options;
  const variation = variationOf(bench, operation, options);
  const { model, composer } = variation;
  const kept = keep === undefined ? [] : readKept(model, keep);
  const wanted = kept.length > 0 ? kept.map(({ row }) => row) : firstRows(model);
  const { rows, bodies, clauses, lowerBound } =
    model.factors.length === 0
      ? onlyRow(bench, operation, variation, options)
      : coveringRowsOf(model, { strength, effort }, composer, wanted);
  const named = namedRows(model, rows, kept);
  const cases = casesOf(bench, model, named, bodies);
  return { ...variation, clauses, rows, cases, kept: keptOf(model, named), lowerBound };
}

/** Each class that is no accept class once, each time within another row; where no row has a place for it, alone. */
function* plantedCases(bench: Bench, plan: Plan, verdict: Verdict): Generator<Case> {
  const companies = plan.rows.map((row, index) => ({
    levels: plan.composer.levels(row),
    classes: plan.cases[index]?.classes ?? {},
  }));
  for (const [turn, draft] of [...siteDrafts(bench.table, verdict)].entries()) {
    let made: Case | undefined;
    for (let step = 0; step < companies.length && made === undefined; step += 1) {
      const { levels, classes } = companies[(turn + step) % companies.length] as (typeof companies)[number];
      made = caseOf(bench, planted(draft, levels, classes));
    }
    made ??= caseOf(bench, draft);
    if (made !== undefined) yield made;
  }
}

/**
 * The rows of a plan as cases to accept; then each other class once, planted into one row after another, so that what
 * goes wrong only in some company is met.
 */
export function* coveringCases(bench: Bench, plan: Plan, verdict: Verdict | undefined): Generator<Case> {
  if (verdict === undefined || verdict === 'accept') yield* plan.cases;
  for (const other of ['reject', 'either'] as const) {
    if (verdict !== undefined && verdict !== other) continue;
    yield* plantedCases(bench, plan, other);
    yield* documentCases(bench, other);
  }
}

/** Sites that do not go together in every way, and why. */
export interface Constraint {
  readonly sites: readonly string[];
  readonly reason: string;
}

/** Few cases that cover an answer, and what they leave out. */
export interface Covering {
  readonly cases: readonly Case[];
  /** The rows of the cases, to be kept for the next time. */
  readonly kept: KeptRows;
  /** No fewer cases cover as much. */
  readonly lowerBound: number;
  readonly excluded: readonly Exclusion[];
  readonly constraints: readonly Constraint[];
  /** How many sites were left out, or left out of pairs, since there are too many. */
  readonly beyond: FactorModel['beyond'];
}

/** What to cover: an operation's answer. */
export interface CoveringOfOptions extends PlanOptions {
  /** The first one where it is not given. */
  readonly operationId?: string | undefined;
}

/**
 * Few cases that cover an operation's successful answer: every pair of coarse classes, and every class.
 * @throws Failure (usage) where the contract has no such operation.
 */
export function coveringOf(contract: Contract, options: CoveringOfOptions = {}): Covering {
  const main = mainResponse(contract, options.operationId);
  const plan = planOf(benchOf(main, rulesCountedOn(contract), 1), main.operation, options);
  return {
    cases: plan.cases,
    kept: plan.kept,
    lowerBound: plan.lowerBound,
    excluded: plan.model.excluded,
    constraints: plan.clauses.flatMap(({ terms, reason }) => {
      const sites = terms.map(([factor]) => plan.model.factors[factor]?.site.pointer ?? '');
      return reason === undefined ? [] : [{ sites, reason }];
    }),
    beyond: plan.model.beyond,
  };
}
