import type { Case, MainResponse, Rule } from '../contract';
import { type Coverage, Failure, type Finding, type Result, type Run, resultOf, runOf } from '../result';
import { type Bucket, findingOf } from './bucket';
import { Buckets } from './buckets';
import { ClassCoverage } from './class-coverage';
import { examinerOf } from './examine';
import { Health } from './health';
import { mutants } from './mutants';
import type { ParseFunction } from './parser';
import { DEFAULT_POLICY, type Policy, policing } from './policy';

/** What a parser is fuzzed with. */
export interface FuzzOptions {
  /** The name of the contract, for the run. */
  readonly contract: string;
  readonly response: MainResponse;
  readonly rules: readonly Rule[];
  readonly parse: ParseFunction;
  /** The names of the errors that count as a refusal; any error does where none is named. */
  readonly rejectsWith?: readonly string[];
  readonly policy?: Policy;
  /** Run first, in this order. Beyond them, cases are made of their members. */
  readonly cases: Iterable<Case>;
  readonly seed: number;
  /** How many cases at most; only those given where it is 0. */
  readonly runs?: number;
  /** How many milliseconds at most. */
  readonly time?: number;
  /** The id of the one case to run. */
  readonly only?: string;
  /** What the contract says against a body. */
  readonly judge: (body: Buffer) => readonly Finding[];
  /** The command that runs one case again. */
  readonly replay?: (id: string) => string;
  readonly signal?: AbortSignal;
  /** Milliseconds; the monotonic clock where it is not given. */
  readonly now?: () => number;
}

/** What has come of the cases so far. */
interface Campaign {
  readonly passed: Result[];
  readonly buckets: Buckets;
  readonly coverage: ClassCoverage;
  made: number;
}

const DEFAULT_RUNS = 2000;

function* stream(options: FuzzOptions, pool: readonly Case[]): Generator<Case> {
  yield* pool;
  if (options.runs !== 0) yield* mutants(options.response.model, options.rules, pool, options.seed);
}

/** The case of an id, made again where it was made of others. */
function caseOf(options: FuzzOptions, pool: readonly Case[], id: string): Case {
  let left = pool.length + Number(/^mutant (\d+)$/.exec(id)?.[1] ?? 0);
  for (const testCase of stream(options, pool)) {
    if (testCase.id === id) return testCase;
    left -= 1;
    if (left <= 0) break;
  }
  throw new Failure('usage', `there is no case ${id}`, 'Give an id as the report has it, with the same --seed.');
}

const isMade = (testCase: Case): boolean => testCase.id.startsWith('mutant ');

/**
 * Feeds a parser responses, those given first, and says what it does wrong with them: one failed result for each
 * thing that is wrong, with the smallest response that shows it.
 * @throws Failure (environment) where the parser refuses valid responses wholesale; Failure (usage) where there is no
 * case of the id asked for.
 */
export async function fuzz(options: FuzzOptions): Promise<Run> {
  const { response, runs = DEFAULT_RUNS, time = Number.POSITIVE_INFINITY, now = () => performance.now() } = options;
  const { model } = response;
  const started = now();
  const pool = Array.from(options.cases, policing(model, options.policy ?? DEFAULT_POLICY));
  const examine = examinerOf({ parse: options.parse, rejectsWith: options.rejectsWith ?? [], model });
  const plain = pool.find(({ verdict }) => verdict === 'accept')?.body;
  const examined = async (testCase: Case) => examine(testCase);
  const laboratory = { model, judge: options.judge, examine: examined, plain: () => plain };
  const campaign: Campaign = { passed: [], buckets: new Buckets(laboratory), coverage: new ClassCoverage(), made: 0 };
  const health = new Health();
  for (const testCase of pool) campaign.coverage.expect(testCase);
  const chosen = options.only === undefined ? stream(options, pool) : [caseOf(options, pool, options.only)];
  let left = runs === 0 ? pool.length : runs;
  for (const testCase of chosen) {
    if (left <= 0 || options.signal?.aborted === true || now() - started > time) break;
    left -= 1;
    const complaints = await examine(testCase);
    health.add(testCase, complaints);
    campaign.coverage.add(testCase, complaints.length > 0);
    if (complaints.length > 0) await campaign.buckets.add(testCase, complaints);
    else if (isMade(testCase)) campaign.made += 1;
    else campaign.passed.push(resultOf(testCase.id, []));
  }
  return summed(options, campaign, Math.round(now() - started));
}

function summed(options: FuzzOptions, campaign: Campaign, durationMs: number): Run {
  const { contract, seed } = options;
  const failed = campaign.buckets.all.map((bucket) => resultOfBucket(options, bucket));
  const made = campaign.made > 0 ? [resultOf('mutants', [], { count: String(campaign.made) })] : [];
  const run = runOf({ command: 'fuzz', contract, seed }, [...failed, ...campaign.passed, ...made], durationMs);
  const coverage: Coverage = campaign.coverage.coverage();
  return { ...run, coverage };
}

function resultOfBucket({ response, replay }: FuzzOptions, bucket: Bucket): Result {
  const { smallest, first, count, classes, complaint } = bucket;
  const finding = findingOf(response.model, bucket);
  const id = `${complaint.rule} ${first.id}`;
  return resultOf(id, [finding], {
    ...(replay === undefined ? {} : { replay: replay(first.id) }),
    payload: smallest.body ?? `base64 ${smallest.bodyBase64 ?? ''}`,
    case: first.id,
    cases: String(count),
    classes: [...classes].slice(0, 20).join(', '),
  });
}
