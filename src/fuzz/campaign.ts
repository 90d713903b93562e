import type { Case } from '../contract';
import { type Result, resultOf } from '../result';
import type { Buckets } from './buckets';
import { ClassCoverage } from './class-coverage';
import type { Examination } from './examiner';
import { Health } from './health';

/** What has come of the cases so far. */
export class Campaign {
  readonly coverage = new ClassCoverage();
  private readonly passed: Result[] = [];
  private readonly health = new Health();
  private mutants = 0;
  /** How many cases were run. */
  cases = 0;

  constructor(
    readonly buckets: Buckets,
    private readonly isMade: (testCase: Case) => boolean,
  ) {}

  /** @throws Failure (environment) where the parser refuses valid responses wholesale. */
  async take(testCase: Case, complaints: Examination): Promise<void> {
    this.cases += 1;
    this.health.add(testCase, complaints);
    this.coverage.add(testCase, complaints.length > 0);
    if (complaints.length > 0) await this.buckets.add(testCase, complaints);
    else if (this.isMade(testCase)) this.mutants += 1;
    else this.passed.push(resultOf(testCase.id, []));
  }

  /** The cases that passed; those that were made of others are one result. */
  get passedResults(): readonly Result[] {
    if (this.mutants === 0) return this.passed;
    return [...this.passed, resultOf('mutants', [], { count: String(this.mutants) })];
  }
}
