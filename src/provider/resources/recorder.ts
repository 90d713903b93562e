import { type JsonValue, type Operation, withoutIndexes } from '../../contract';
import { type Finding, fingerprint } from '../../result';
import type { Exchange } from '../exchange';
import { answerFinding, htmlFindings } from '../explore/answer-finding';
import type { Buckets } from '../explore/bucket';
import { isUnnamedRefusal } from '../explore/refusal-status';
import { judge } from '../judge';
import type { Caller } from './caller';
import type { ResourceOptions } from './sources';

/** What is wrong with what a sequence of calls shows. */
interface Wrong {
  readonly rule: string;
  readonly message: string;
  readonly expected: string;
  readonly actual?: string;
  readonly pointer?: string;
  readonly level?: Finding['level'];
  /** What tells it apart from others of its rule, beside the operation and the place. */
  readonly scope?: string;
}

/** Holds answers to the contract, and keeps each finding with the calls that show it. */
export class Recorder {
  constructor(
    private readonly options: ResourceOptions,
    private readonly buckets: Buckets,
    readonly caller: Caller,
  ) {}

  /** The items that an answer lists. */
  itemsOf(answer: JsonValue | undefined): readonly JsonValue[] | undefined {
    return this.options.itemsOf(answer);
  }

  /** Holds an answer to the contract: status, headers, body; no failure of the service, no page of HTML. */
  check(operation: Operation, exchange: Exchange, before: readonly Exchange[] = []): void {
    if (this.options.signal?.aborted === true) return;
    this.add([...this.failures(operation, exchange), ...this.judged(operation, exchange)], operation, [
      ...before,
      exchange,
    ]);
  }

  /** Tells what a sequence shows; `story` is the calls that show it. */
  tell(operation: Operation, wrong: Wrong, story: readonly Exchange[]): void {
    const { rule, message, expected, actual, pointer = '', level = 'error', scope = '' } = wrong;
    const place = withoutIndexes(pointer);
    const last = story.at(-1);
    if (last === undefined) return;
    const plain = answerFinding(rule, message, expected, last, operation.id);
    const print = fingerprint({ rule, place, scope: `${operation.id} ${scope}`.trim() });
    this.add(
      [{ ...plain, level, pointer, fingerprint: print, ...(actual === undefined ? {} : { actual }) }],
      operation,
      story,
    );
  }

  private failures(operation: Operation, exchange: Exchange): Finding[] {
    const { response, failure } = exchange;
    const { id } = operation;
    if (response === undefined)
      return [answerFinding('no-answer', `the service gave no answer: ${failure}`, 'an answer', exchange, id)];
    if (response.status >= 500)
      return [answerFinding('server-error', `${id} makes the service fail`, 'no 5xx', exchange, id)];
    const html = htmlFindings(exchange, id, id);
    if (html.length > 0 && response.status >= 400) return html;
    if (!isUnnamedRefusal(operation, response.status)) return [];
    const message = `${id} is answered with ${response.status}, which the contract does not have`;
    return [answerFinding('unexpected-status', message, 'a status of the contract', exchange, id)];
  }

  private judged(operation: Operation, exchange: Exchange): Finding[] {
    const { reference, turnedOff } = this.options;
    const isTold = this.failures(operation, exchange).length > 0;
    return isTold ? [] : judge(reference, exchange, undefined, turnedOff);
  }

  private add(findings: readonly Finding[], operation: Operation, exchanges: readonly Exchange[]): void {
    const story = { planned: this.caller.planned(operation), values: {}, exchanges, expected: {} };
    this.buckets.add(findings.map((finding) => ({ finding, story })));
  }
}
