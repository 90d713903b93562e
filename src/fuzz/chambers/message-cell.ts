import { Failure } from '../../result';
import type { EndingRule } from '../endings';
import type { Examination, Job } from '../examination';
import { NOTHING } from '../oracles';
import { Casualty, type Cell, Interrupted } from './chamber';
import type { Order, Report } from './messages';
import { Watch } from './watch';

/** How a cell reaches its isolate, and ends it. */
export interface Transport {
  readonly send: (order: Order) => void;
  readonly kill: () => Promise<void>;
  /** Which case of the batch is being examined, where that can be seen. */
  readonly index: () => number | undefined;
  /** A number that changes as long as there is progress; none where that cannot be seen. */
  readonly pulse?: () => number;
  /** How many milliseconds the processors have spent on it; `undefined` where nobody tells. */
  readonly spent: () => number | undefined;
}

interface Batch {
  readonly jobs: readonly Job[];
  readonly settle: (found: readonly Examination[]) => void;
  readonly fail: (error: Error) => void;
}

/** Batches that an isolate works off one after the other, and a watch over its progress. */
export class MessageCell implements Cell {
  private readonly batches: Batch[] = [];
  private readonly watch: Watch;
  private isOver = false;
  private ready: { settle: () => void; fail: (error: Error) => void } | undefined;
  calls = 0;

  /** `limit` is how many milliseconds one case may take. */
  constructor(
    private readonly transport: Transport,
    private readonly limit: number,
  ) {
    this.watch = new Watch(limit, {
      pulse: () => transport.pulse?.() ?? 0,
      spent: transport.spent,
      patience: () => 4,
      whenStill: () => this.still(),
    });
  }

  /** Waits until the isolate has the parser. @throws Failure (environment) where it cannot be loaded. */
  async setUp(order: Order): Promise<void> {
    try {
      await new Promise<void>((settle, fail) => {
        this.ready = { settle, fail };
        this.transport.send(order);
      });
    } catch (error) {
      await this.end();
      throw error;
    }
  }

  run(jobs: readonly Job[]): Promise<readonly Examination[]> {
    return new Promise((settle, fail) => {
      if (this.isOver) return fail(new Interrupted());
      this.batches.push({ jobs, settle, fail });
      this.transport.send({ kind: 'examine', jobs });
      this.watch.start();
    });
  }

  async end(): Promise<void> {
    this.isOver = true;
    this.watch.stop();
    await this.transport.kill();
  }

  /** What the isolate says. */
  take(report: Report): void {
    if (report.kind === 'alive') this.watch.moved();
    else if (report.kind === 'swollen') this.swollen(report.megabytes);
    else if (report.kind === 'ready') this.ready?.settle();
    else if (report.kind === 'failed') this.ready?.fail(new Failure('usage', report.message, report.next));
    else this.examined(report);
  }

  private examined({ told, calls }: Extract<Report, { kind: 'examined' }>): void {
    const batch = this.batches.shift();
    this.watch.moved();
    this.calls = calls;
    const found: Examination[] = Array.from(batch?.jobs ?? [], () => NOTHING);
    for (const [index, complaints] of told) found[index] = [...(found[index] ?? []), ...complaints];
    this.rest();
    batch?.settle(found);
  }

  /** The isolate has ended, or has to: the batch in progress has done it, those behind it are run anew. */
  lost(rule: EndingRule, message: string): void {
    if (this.isOver) return;
    this.isOver = true;
    this.watch.stop();
    this.ready?.fail(
      new Failure('environment', `the parser cannot be started: ${message}`, 'Load it on its own to see why.'),
    );
    const [first, ...others] = this.batches.splice(0);
    first?.fail(new Casualty(rule, message, this.transport.index()));
    for (const batch of others) batch.fail(new Interrupted());
  }

  private still(): void {
    if (this.batches.length === 0) return;
    this.lost('hang', `it gave no answer within ${this.limit} ms`);
    void this.transport.kill();
  }

  /** The isolate keeps too much outside of the heap. */
  swollen(megabytes: number): void {
    this.lost('out-of-memory', `it kept ${megabytes} MB outside of the heap: --memory MB allows more`);
    void this.transport.kill();
  }

  private rest(): void {
    if (this.batches.length === 0) this.watch.stop();
  }
}
