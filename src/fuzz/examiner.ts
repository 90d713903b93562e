import type { Case } from '../contract';
import type { Answer } from './answer';
import { mistaken } from './audit/mistaken';
import type { Examination, Job } from './examination';
import { type Compare, comparerOf } from './faithful';
import { GrowthExaminer, stopwatchFor } from './growth';
import { NOTHING, type Observation, ORACLES } from './oracles';
import type { ParserResponse } from './parser';
import type { Plan, Planned } from './plan';
import { Recent } from './recent';
import { reactionOf } from './refusal';
import { requestFor } from './request';
import { type Read, type Subject, wireOf } from './subject';
import { Thoroughness } from './thoroughness';

/** Of the mutants, every so many-th is examined thoroughly. */
const THOROUGH = 32;

/** Longer bodies take long, and say nothing that short ones do not. */
const LONGEST_THOROUGH = 16_384;

/** Runs a parser on cases, right here, and asks every oracle. */
export class Examiner {
  private readonly read: Read;
  private readonly compare: Compare;
  private readonly request: { readonly body: string };
  private readonly thoroughness: Thoroughness;
  private readonly growth: GrowthExaminer;
  private readonly recent = new Recent();
  private isAsync = false;
  /** How often the parser was called. */
  calls = 0;

  constructor(
    private readonly subject: Subject,
    private readonly plan: Plan,
  ) {
    this.read = mistaken(subject);
    const compare = comparerOf(subject.model);
    const { toWire } = subject;
    this.compare = toWire === undefined ? compare : (wire, got) => compare(wire, toWire(got));
    this.request = { body: requestFor(subject.model) };
    this.thoroughness = new Thoroughness(subject, this.recent, this.compare, (testCase) => this.call(testCase).answer);
    this.growth = new GrowthExaminer((testCase) => this.call(testCase).answer, stopwatchFor(subject.remote));
  }

  /** Shows the parser a plain response, to know how it answers. */
  async prime(): Promise<void> {
    const { plain } = this.plan;
    if (plain === undefined) return;
    const { answer } = this.call(plain);
    const settled = await answer;
    this.isAsync = answer instanceof Promise;
    if (settled.kind === 'value') this.compare(wireOf(plain), settled.value);
  }

  /** What is to be said about a case. Numbers of the plan are examined thoroughly now and then, other cases always. */
  examine(job: Job): Examination | Promise<Examination> {
    return this.run(job, typeof job === 'number' ? this.plan.at(job) : job);
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
    const { answer, response } = this.call(planned.testCase);
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
    const { testCase, wire } = planned;
    const declared = this.subject.rejectsWith;
    const observation: Observation = {
      testCase,
      wire: () => wire ?? wireOf(testCase),
      answer,
      reaction: reactionOf(answer, declared),
      response,
      declared,
      compare: this.compare,
      isAsync: this.isAsync,
      explain: typeof job !== 'number' && job.explain === true,
    };
    let complaints: Examination = NOTHING;
    for (const oracle of ORACLES) {
      const found = oracle(observation);
      if (found.length > 0) complaints = complaints.length > 0 ? [...complaints, ...found] : found;
    }
    if (complaints.length > 0) return complaints;
    this.recent.add(testCase);
    if (testCase.verdict !== 'accept' || answer.kind !== 'value') return complaints;
    return this.isDue(job, testCase) ? this.thoroughness.examine(observation, answer.value, job) : complaints;
  }

  private isDue(job: Job, { body = '' }: Case): boolean {
    if (typeof job !== 'number') return job.thorough;
    return body.length <= LONGEST_THOROUGH && (job < this.plan.poolSize || job % THOROUGH === 0);
  }
}
