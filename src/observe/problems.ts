import { withoutIndexes } from '../contract';
import { type Finding, type Level, type Result, resultOf } from '../result';
import { type IsSecret, maskedBody, maskedFinding, maskedUrl } from './masking';
import type { RecordedExchange } from './traffic/recorded';

/** A finding of many exchanges: one to a reader. */
interface Problem {
  readonly scope: string;
  readonly finding: Finding;
  readonly details: Readonly<Record<string, string>>;
  count: number;
}

/** So many characters of a body are shown. */
const LONGEST_BODY = 2000;

/** So many problems of one kind of scope are told apart. */
const MOST_PROBLEMS = 2000;

const cut = (text: string): string => (text.length <= LONGEST_BODY ? text : `${text.slice(0, LONGEST_BODY)}…`);

const WEIGHT: Readonly<Record<Level, number>> = { note: 0, compatible: 0, warning: 1, error: 2, breaking: 2 };

/** No type and a wrong one have two causes; all else is told apart by its fingerprint. */
const keyOf = ({ level, fingerprint, rule, actual }: Finding): string =>
  `${level} ${fingerprint}${rule === 'content-type' ? ` ${actual}` : ''}`;

/** The problems of a run, each with how often it was met and one exchange that shows it. */
export class Problems {
  private readonly known = new Map<string, Problem>();
  private left = 0;

  constructor(private readonly isSecret: IsSecret) {}

  /** Counts the findings of one exchange, each once; of several exchanges that are alike, so many times. */
  add(scope: string, findings: readonly Finding[], exchange: RecordedExchange, times = 1): void {
    const own = new Map(findings.map((finding) => [`${scope} ${keyOf(finding)}`, finding]));
    for (const [key, finding] of own) {
      const before = this.known.get(key);
      if (before !== undefined) before.count += times;
      else if (this.known.size >= MOST_PROBLEMS) this.left += times;
      else this.known.set(key, this.problemOf(scope, finding, exchange, times));
    }
  }

  /** A result for each problem that weighs enough, the heavier first. `seen` is how many exchanges a scope had. */
  results(least: Level, seen: (scope: string) => number): Result[] {
    const taken = new Map<string, number>();
    return [...this.known.values()]
      .filter(({ finding }) => WEIGHT[finding.level] >= WEIGHT[least])
      .sort((left, right) => WEIGHT[right.finding.level] - WEIGHT[left.finding.level])
      .map((problem) => this.resultOf(problem, taken, seen(problem.scope)));
  }

  /** How many findings were more than are told apart. */
  get untold(): number {
    return this.left;
  }

  private problemOf(scope: string, found: Finding, exchange: RecordedExchange, count: number): Problem {
    const finding = maskedFinding(found, this.isSecret);
    return { scope, finding, count, details: this.sampleOf(exchange) };
  }

  private sampleOf({ request, response, place }: RecordedExchange): Record<string, string> {
    const { body } = response;
    const text = body === undefined ? undefined : maskedBody(body.toString('utf8'), this.isSecret).text;
    return {
      interaction: `${request.method} ${maskedUrl(request.url, this.isSecret)} answered ${response.status} (${place})`,
      ...(text === undefined || text === '' ? {} : { payload: cut(text) }),
    };
  }

  private resultOf({ scope, finding, count, details }: Problem, taken: Map<string, number>, of: number): Result {
    const site = withoutIndexes(finding.pointer);
    const plain = `${scope}: ${finding.rule}${site === '' ? '' : ` ${site}`}`;
    const time = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, time);
    const id = time === 1 ? plain : `${plain} (${time})`;
    const counted = `${count} of ${of} ${of === 1 ? 'exchange' : 'exchanges'}`;
    return resultOf(id, [finding], { hint: counted, ...details });
  }
}
