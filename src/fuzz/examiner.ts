import type { Case } from '../contract';
import { Agreement } from './agreement';
import type { Answer } from './answer';
import type { Complaint } from './complaint';
import type { Examination, Job } from './examination';
import { comparerOf } from './faithful';
import { GrowthExaminer, stopwatchFor } from './growth';
import { type Known, Observed } from './observed';
import { NOTHING, ORACLES } from './oracles';
import type { ParserResponse } from './parser';
import { type Plan, type Planned, plainly } from './plan';
import { Recent } from './recent';
import { requestFor } from './request';
import type { Read, Subject } from './subject';
import { Thoroughness } from './thoroughness';

/** Of the mutants, every so many-th is examined thoroughly. */
const THOROUGH = 32;

/** Longer bodies take long, and say nothing that short ones do not. */
const LONGEST_THOROUGH = 16_384;

/** Runs a parser on cases, right here, and asks every oracle. */
export class Examiner {
  private readonly read: Read;
  private readonly known: Known;
  private readonly request: { readonly body: string };
  private readonly thoroughness: Thoroughness;
  private readonly growth: GrowthExaminer;
  private readonly recent = new Recent();
  private readonly turnedOff: ReadonlySet<string>;
  /** How often the parser was called. */
  calls = 0;

  constructor(
    subject: Subject,
    private readonly plan: Plan,
  ) {
    this.read = subject.read;
    this.turnedOff = new Set(subject.turnedOff);
    const { compare, members } = comparerOf(subject.model, subject);
    const agreement = members === undefined ? undefined : new Agreement(members);
    this.known = {
      declared: subject.rejectsWith,
      compare,
      agreement,
      toWire: subject.toWire,
      mayPassInvalid: subject.mayPassInvalid,
      isAsync: false,
    };
    this.request = { body: requestFor(subject.model) };
    this.thoroughness = new Thoroughness(subject, this.recent, (testCase) => this.call(testCase).answer);
    this.growth = new GrowthExaminer((testCase) => this.call(testCase).answer, stopwatchFor(subject.remote));
  }

  /** Shows the parser a plain response, to know how it answers. */
  async prime(): Promise<void> {
    const { plain } = this.plan;
    if (plain === undefined) return;
    const { answer, response } = this.call(plain);
    const settled = await answer;
    this.known.isAsync = answer instanceof Promise;
    if (settled.kind === 'value')
      new Observed(this.known, plainly(plain), settled, response, false).differences(settled.value);
  }

  /** What is to be said about a case. Numbers of the plan are examined thoroughly now and then, other cases always. */
  examine(job: Job): Examination | Promise<Examination> {
    return this.run(job, typeof job === 'number' ? this.plan.at(job) : plainly(job.testCase));
  }

  /** Whether it is measured how long the parser takes for a case. */
  isTimed(job: Job): boolean {
    return typeof job === 'number' && this.plan.isGrowth(job);
  }

  /** What one call says about a case, and nothing else. */
  examineOnce(job: Job): Examination | Promise<Examination> {
    const { testCase } = typeof job === 'number' ? this.plan.at(job) : job;
    return this.examine({ testCase, thorough: false });
  }

  private run(job: Job, planned: Planned): Examination | Promise<Examination> {
    const { growth } = planned;
    if (growth !== undefined) return this.growth.examine(planned.testCase, growth);
    const { answer, response } = this.call(planned.view);
    if (answer instanceof Promise) return answer.then((settled) => this.judged(planned, settled, response, job));
    return this.judged(planned, answer, response, job);
  }

  private call(testCase: Case): { answer: Answer | Promise<Answer>; response: ParserResponse } {
    const response = { status: testCase.status, headers: { ...testCase.headers }, request: this.request };
    this.calls += 1;
    return { answer: this.read(testCase, response), response };
  }

  private judged(
    planned: Planned,
    answer: Answer,
    response: ParserResponse,
    job: Job,
  ): Examination | Promise<Examination> {
    const explain = typeof job !== 'number' && job.explain === true;
    const observed = new Observed(this.known, planned, answer, response, explain);
    let complaints: Examination = NOTHING;
    for (const oracle of ORACLES) {
      const found = this.held(oracle(observed));
      if (found.length > 0) complaints = complaints.length > 0 ? [...complaints, ...found] : found;
    }
    if (complaints.length > 0) return complaints;
    const { view } = planned;
    this.recent.add(view);
    if (view.verdict !== 'accept' || answer.kind !== 'value') return complaints;
    return this.isDue(job, view) ? this.thoroughness.examine(observed, answer.value, job) : complaints;
  }

  /** Without what is said by rules that are turned off. */
  private held(found: readonly Complaint[]): readonly Complaint[] {
    return found.length === 0 || this.turnedOff.size === 0
      ? found
      : found.filter(({ rule }) => !this.turnedOff.has(rule));
  }

  private isDue(job: Job, { body = '' }: Case): boolean {
    if (typeof job !== 'number') return job.thorough;
    return body.length <= LONGEST_THOROUGH && (job < this.plan.poolSize || job % THOROUGH === 0);
  }
}
