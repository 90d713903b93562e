import { type Case, type Contract, type MainResponse, rulesCountedOn, VERDICTS, type Verdict } from '../contract';
import { coveringCases, planOf } from './covering/cases';
import type { PlanOptions } from './covering/model';
import { documentCases } from './document-cases';
import { type Bench, benchOf, caseOf } from './draft';
import type { Terms } from './drawn/terms';
import { mainResponse } from './main-response';
import { randomCases } from './random-cases';
import { siteDrafts } from './site-drafts';

/** How cases are chosen. */
export type Mode = 'random' | 'edge' | 'covering';

/** The modes, for command lines and messages. */
export const MODES: readonly Mode[] = ['random', 'edge', 'covering'];

/** What cases to make. */
export interface CaseOptions extends PlanOptions {
  /** The operation whose successful answer it is; the first one where it is not given. */
  readonly operationId?: string | undefined;
  readonly mode: Mode;
  /** Only cases of this verdict; of `random`, accept cases where it is not given. */
  readonly verdict?: Verdict | undefined;
  /** How many at most; 100 of `random` where it is not given. */
  readonly count?: number | undefined;
  readonly seed: number;
}

function* edgeCases(bench: Bench, verdict: Verdict | undefined): Generator<Case> {
  for (const wanted of VERDICTS) {
    for (const draft of siteDrafts(bench.table, wanted)) {
      const made = caseOf(bench, draft);
      if (made !== undefined && (verdict === undefined || made.verdict === verdict)) yield made;
    }
    if (verdict === undefined || verdict === wanted) yield* documentCases(bench, wanted);
  }
}

function* first(count: number, cases: Iterable<Case>): Generator<Case> {
  let left = count;
  for (const made of cases) {
    if (left <= 0) return;
    left -= 1;
    yield made;
  }
}

const termsOf = ({ rules }: Bench, { operation }: MainResponse, { fixed = [] }: CaseOptions): Terms => ({
  rules,
  order: operation.update?.order ?? [],
  fixed,
});

/** How many cases of `random` there are where nothing is said. */
const RANDOM_COUNT = 100;

/**
 * The cases of a contract's successful answer. The same contract, options and seed give the same cases.
 * @throws Failure (usage) where the contract has no such operation.
 */
export function* generateCases(contract: Contract, options: CaseOptions): Generator<Case> {
  const { operationId, mode, verdict, seed } = options;
  const main = mainResponse(contract, operationId);
  const bench = benchOf(main, rulesCountedOn(contract), seed);
  const count = options.count ?? (mode === 'random' ? RANDOM_COUNT : Infinity);
  const planOptions = { spellings: true, ...options };
  const sources: Readonly<Record<Mode, () => Iterable<Case>>> = {
    edge: () => edgeCases(bench, verdict),
    covering: () => coveringCases(bench, planOf(bench, main.operation, planOptions), verdict),
    random: () => randomCases(bench, termsOf(bench, main, options), verdict ?? 'accept'),
  };
  yield* first(count, sources[mode]());
}
