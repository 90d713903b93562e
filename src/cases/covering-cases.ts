import type { Case, Verdict } from '../contract';
import type { Plan } from './covering-plan';
import { documentCases } from './document-cases';
import { type Bench, caseOf } from './draft';
import { planted } from './planted';
import { siteDrafts } from './site-drafts';

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
