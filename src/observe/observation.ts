import {
  type Contract,
  definitionsSent,
  type JsonValue,
  type Operation,
  responseFor,
  schemaSent,
  successOf,
} from '../contract';
import { type Finding, fingerprint, type Level, type Result, resultOf, type SeenAtAll } from '../result';
import { type AnswerChecks, judgedAnswer } from './checks/answer-findings';
import type { ExchangeJudge, MeaningJudge } from './checks/judge';
import { requestFindings } from './checks/request-findings';
import { type Located, Locator } from './located';
import type { IsSecret } from './masking';
import { Problems } from './problems';
import { FieldNode } from './seen/field-node';
import { type Counted, seenOf } from './seen/seen';
import type { Addressing } from './servers';
import type { RecordedExchange, TrafficItem } from './traffic/recorded';

/** What exchanges are held to, and how. */
export interface ObservationOptions {
  readonly judge: ExchangeJudge;
  readonly meaning: MeaningJudge;
  readonly addressing: Addressing;
  readonly isSecret: IsSecret;
  /** Whether the contract is all of the API: then a path that it does not have is wrong. */
  readonly isWholeApi: boolean;
  /** Rules of which nothing is said. */
  readonly isOff: (rule: string) => boolean;
  /** Told of each successful answer of an operation that can be read. */
  readonly onAnswer: (operation: Operation, value: JsonValue, seen: { id: string; failed: boolean }) => void;
}

/** What came of all exchanges. */
export interface Observed {
  readonly results: readonly Result[];
  readonly seen: SeenAtAll;
  readonly warnings: readonly string[];
}

/** Calls that the contract does not have, kept until it is known whether their host is that of the service. */
interface Undocumented {
  readonly call: string;
  readonly origin: string;
  readonly finding: Finding;
  readonly exchange: RecordedExchange;
  count: number;
}

const MOST_UNDOCUMENTED = 1000;

const isAnswered = (status: number): boolean => status < 400;

const add = (counts: Map<string, number>, key: string, times = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + times);
};

const byCount = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([, left], [, right]) => right - left));

/** Holds exchanges to a contract, one after another, and remembers what was seen: no more than the contract is large. */
export class Observation {
  private readonly contract: Contract;
  private readonly locator: Locator;
  private readonly problems: Problems;
  private readonly counted = new Map<string, Counted>();
  private readonly scopes = new Map<string, number>();
  private readonly origins = new Set<string>();
  private readonly undocumented = new Map<string, Undocumented>();
  private readonly passedOver = new Map<string, number>();
  private readonly unjudged = new Map<string, number>();
  private readonly damaged = new Map<string, { place: string; count: number }>();
  private readonly sentences: string[] = [];
  private readonly checks: AnswerChecks;
  private total = 0;
  private judged = 0;

  constructor(private readonly options: ObservationOptions) {
    const { judge, meaning, addressing, isSecret } = options;
    this.contract = judge.contract;
    this.locator = new Locator(this.contract, addressing);
    this.problems = new Problems(isSecret);
    this.checks = { judge, meaning, nodeFor: (operation, status) => this.nodeFor(operation, status) };
  }

  /** How many exchanges there were, and how many of them were held to the contract. */
  get counts(): { readonly exchanges: number; readonly judged: number } {
    return { exchanges: this.total, judged: this.judged };
  }

  /** Takes the next item of a file of traffic. */
  take(item: TrafficItem): void {
    if (item.kind === 'exchange') this.see(item.exchange);
    else if (item.kind === 'cut') this.sentences.push(item.sentence);
    else if (item.kind === 'skipped') {
      this.total += 1;
      add(this.passedOver, item.reason);
    } else {
      const before = this.damaged.get(item.reason) ?? { place: item.place, count: 0 };
      this.damaged.set(item.reason, { ...before, count: before.count + 1 });
    }
  }

  /** Holds an exchange to the contract. */
  see(exchange: RecordedExchange): void {
    this.total += 1;
    const located = this.locator.locate(exchange);
    if (located.kind === 'passed over') add(this.passedOver, located.reason);
    else if (located.kind === 'operation') this.hold(located, exchange);
    else this.notDocumented(located, exchange);
  }

  /** What came of it: a result for each problem, and for each status of an operation that has none. */
  outcome(least: Level): Observed {
    const calls = this.ownUndocumented();
    for (const { call, count, exchange, finding } of calls) {
      this.scopes.set(call, count);
      this.problems.add(call, [finding], exchange, count);
    }
    const problems = this.problems.results(least, (scope) => this.scopes.get(scope) ?? 0);
    const failed = new Set(problems.filter(({ status }) => status === 'failed').map(({ id }) => id.split(': ')[0]));
    const clean = [...this.counted].flatMap(([id, { statuses }]) =>
      [...statuses].map(([status, count]) => ({ id: `${id} ${status}`, count })),
    );
    const passed = clean
      .filter(({ id }) => !failed.has(id))
      .map(({ id, count }) => resultOf(id, [], { exchanges: String(count) }));
    return { results: [...problems, ...passed], seen: this.seenWith(calls), warnings: this.warnings() };
  }

  private seenWith(calls: readonly Undocumented[]): SeenAtAll {
    return seenOf(this.contract, this.counted, {
      exchanges: this.total,
      judged: this.judged,
      passedOver: byCount(this.passedOver),
      unjudgedBodies: byCount(this.unjudged),
      damaged: [...this.damaged.values()].reduce((sum, { count }) => sum + count, 0),
      undocumented: Object.fromEntries(calls.map(({ call, count }) => [call, count])),
    });
  }

  private warnings(): string[] {
    const damaged = [...this.damaged].map(
      ([reason, { place, count }]) =>
        `${count} lines or entries were passed over: the first is ${place}, which ${reason}`,
    );
    const { untold } = this.problems;
    const more =
      untold === 0 ? [] : [`${untold} findings more were not told apart: mend the first ones, and observe again`];
    return [...this.sentences, ...damaged, ...more];
  }

  private hold(located: Extract<Located, { kind: 'operation' }>, exchange: RecordedExchange): void {
    const { operation, filled, called } = located;
    const { status } = exchange.response;
    this.judged += 1;
    this.origins.add(called.origin);
    const counted = this.countedFor(operation);
    counted.count += 1;
    add(counted.statuses, String(status));
    const scope = `${operation.id} ${status}`;
    add(this.scopes, scope);
    const { findings, value, unjudged } = judgedAnswer(this.checks, operation, exchange);
    if (unjudged !== undefined) add(this.unjudged, unjudged);
    const call = { operation, filled, query: called.query, exchange };
    const all = [...findings, ...requestFindings(call, this.options.judge)].filter((finding) =>
      this.isTold(finding, exchange),
    );
    if (all.length > 0) this.problems.add(scope, all, exchange);
    if (value === undefined) return;
    this.nodeFor(operation, status).see(value);
    const isMain = responseFor(operation, status) === successOf(operation) && status < 300;
    const failed = all.some(({ level }) => level === 'error');
    if (isMain) this.options.onAnswer(operation, value, { id: scope, failed });
  }

  private isTold({ rule, pointer }: Finding, { masked = [] }: RecordedExchange): boolean {
    return !this.options.isOff(rule) && !masked.some((place) => `${pointer}/`.startsWith(`${place}/`));
  }

  private notDocumented(located: Extract<Located, { kind: 'path' | 'method' }>, exchange: RecordedExchange): void {
    const { method } = exchange.request;
    const { status } = exchange.response;
    const rule = located.kind === 'path' ? 'undocumented-path' : 'undocumented-method';
    // What is not there, not allowed or refused is as undocumented as it should be.
    if (!isAnswered(status)) add(this.passedOver, `not documented, and answered ${status}`);
    else this.keepUndocumented(rule, `${method} ${located.path}`, located.called.origin, exchange);
  }

  private keepUndocumented(rule: string, call: string, origin: string, exchange: RecordedExchange): void {
    const { status } = exchange.response;
    const before = this.undocumented.get(`${origin} ${call}`);
    if (before !== undefined) before.count += 1;
    else if (this.undocumented.size < MOST_UNDOCUMENTED)
      this.undocumented.set(`${origin} ${call}`, {
        call,
        origin,
        count: 1,
        exchange,
        finding: this.undocumentedFinding(rule, call, status),
      });
  }

  private undocumentedFinding(rule: string, call: string, status: number): Finding {
    const what = rule === 'undocumented-path' ? 'a path' : 'a method of the path';
    return {
      rule,
      level: this.options.isWholeApi ? 'error' : 'note',
      pointer: '',
      message: `${call} was answered with ${status}: ${what} that ${this.contract.name} does not have`,
      expected: 'an operation of the contract',
      actual: call,
      fingerprint: fingerprint({ rule, place: call }),
    };
  }

  /** Calls to hosts at which nothing was documented are others' affair. */
  private ownUndocumented(): Undocumented[] {
    const all = [...this.undocumented.values()];
    for (const { origin, count } of all.filter((one) => !this.origins.has(one.origin)))
      add(this.passedOver, `to another host: ${origin}`, count);
    const own = all.filter(({ origin, finding }) => this.origins.has(origin) && !this.options.isOff(finding.rule));
    this.undocumented.clear();
    return own;
  }

  private countedFor({ id }: Operation): Counted {
    const known = this.counted.get(id) ?? { count: 0, statuses: new Map(), nodes: new Map() };
    this.counted.set(id, known);
    return known;
  }

  private nodeFor(operation: Operation, status: number): FieldNode {
    const response = responseFor(operation, status);
    const { nodes } = this.countedFor(operation);
    const key = response?.status ?? String(status);
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const schema = response?.schema === undefined ? [] : [schemaSent(response.schema, 'response')];
    const fresh = new FieldNode(schema, definitionsSent(this.contract.definitions, 'response'));
    nodes.set(key, fresh);
    return fresh;
  }
}
