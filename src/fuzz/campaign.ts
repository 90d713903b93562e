import type { Case } from '../contract';
import { type Result, resultOf } from '../result';
import type { Buckets, BucketsState } from './buckets';
import { ClassCoverage, type ClassCoverageState } from './class-coverage';
import type { Examination } from './examination';
import { isMutant } from './plan';

/** What has come of the cases so far, as plain data. */
export interface CampaignState {
  readonly cases: number;
  readonly passed: readonly string[];
  readonly mutants: number;
  readonly buckets: BucketsState;
  readonly coverage: ClassCoverageState;
}

/** What has come of the cases so far. */
export class Campaign {
  readonly coverage = new ClassCoverage();
  private passed: string[] = [];
  private mutants = 0;
  /** How many cases were run. */
  cases = 0;

  constructor(readonly buckets: Buckets) {}

  get state(): CampaignState {
    const { cases, passed, mutants } = this;
    return { cases, passed: [...passed], mutants, buckets: this.buckets.state, coverage: this.coverage.state };
  }

  /** Goes on from where another one was. */
  restore({ cases, passed, mutants, buckets, coverage }: CampaignState): void {
    this.cases = cases;
    this.passed = [...passed];
    this.mutants = mutants;
    this.buckets.restore(buckets);
    this.coverage.restore(coverage);
  }

  /** Takes what was said about a case of the plan. */
  async take(testCase: Case, complaints: Examination): Promise<void> {
    await this.sort(testCase, complaints);
    this.coverage.add(testCase, complaints.length > 0);
  }

  /** Counts a mutant that passed: its classes are those of the cases that it is made of. */
  passMutant(): void {
    this.mutants += 1;
    this.cases += 1;
  }

  /** Takes what was said about a case that was kept from before: it may be about what the contract no longer has. */
  takeKept(testCase: Case, complaints: Examination): Promise<void> {
    return this.sort(testCase, complaints);
  }

  /** The cases that passed; those that were made of others are one result. */
  get passedResults(): readonly Result[] {
    const passed = this.passed.map((id) => resultOf(id, []));
    return this.mutants === 0 ? passed : [...passed, resultOf('mutants', [], { cases: String(this.mutants) })];
  }

  /** The ids of the cases of the pool that passed. */
  get passedIds(): ReadonlySet<string> {
    return new Set(this.passed);
  }

  private async sort(testCase: Case, complaints: Examination): Promise<void> {
    if (complaints.length > 0) await this.buckets.add(testCase, complaints);
    else if (isMutant(testCase)) this.mutants += 1;
    else this.passed.push(testCase.id);
    this.cases += 1;
  }
}
