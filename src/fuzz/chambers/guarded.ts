import type { Examination, Job } from '../examination';
import { Casualty, type Cell, type Chamber, GivenUp, Interrupted } from './chamber';
import { Spares } from './spares';

/** What is allowed. */
interface Limits {
  /** How many batches are to wait for the isolate, so that it is never idle. */
  readonly ahead: number;
  /** After how many deaths the parser is given up. */
  readonly mostDeaths: number;
}

/** A parser that fills the memory does so again: each time costs the machine more than other deaths. */
const MEMORY_WEIGHT = 15;

/**
 * Runs batches in an isolate, and starts another one when it dies: the batch is then replayed case by case, so that
 * it is known which one it died of, and all others are examined after all.
 */
export class Guarded implements Chamber {
  private cell: Promise<Cell> | undefined;
  private isClosed = false;
  private deaths = 0;
  private givenUp: GivenUp | undefined;
  private callsBefore = 0;
  private callsNow: () => number = () => 0;
  private readonly spares: Spares<Cell>;

  constructor(
    start: () => Promise<Cell>,
    private readonly limits: Limits,
  ) {
    this.spares = new Spares(start);
  }

  get ahead(): number {
    return this.limits.ahead;
  }

  get calls(): number {
    return this.callsBefore + this.callsNow();
  }

  /** @throws GivenUp where the parser has died too often. */
  async examine(jobs: readonly Job[]): Promise<readonly Examination[]> {
    for (;;) {
      if (this.givenUp !== undefined) throw this.givenUp;
      // What was still asked when it was closed has lost its isolate, and nobody waits for it.
      if (this.isClosed) throw new Interrupted();
      const opened = this.open();
      const cell = await opened;
      const isFresh = cell.calls === 0;
      try {
        return await cell.run(jobs);
      } catch (error) {
        this.forget(opened);
        if (error instanceof Interrupted) continue;
        if (!(error instanceof Casualty)) throw error;
        this.count(error, jobs.length > 1 ? [] : [[error.complaint]]);
        if (jobs.length > 1) return this.aroundIt(jobs, error);
        return isFresh ? [[error.complaint]] : [await this.onItsOwn(jobs[0] as Job, error)];
      }
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const cell = this.cell;
    this.cell = undefined;
    await (await cell?.catch(() => undefined))?.end();
    await this.spares.close();
  }

  private open(): Promise<Cell> {
    if (this.cell === undefined) {
      this.cell = this.spares.take();
      this.cell.then(
        (cell) => {
          this.callsNow = () => cell.calls;
        },
        () => undefined,
      );
    }
    return this.cell;
  }

  private forget(cell: Promise<Cell>): void {
    if (this.cell !== cell) return;
    this.callsBefore += this.callsNow();
    this.callsNow = () => 0;
    this.cell = undefined;
  }

  private count(casualty: Casualty, found: readonly Examination[]): void {
    this.deaths += casualty.rule === 'out-of-memory' ? MEMORY_WEIGHT : 1;
    if (this.deaths < this.limits.mostDeaths) return;
    const message = `the parser was lost ${this.deaths} times, the last time since ${casualty.message}`;
    this.givenUp = new GivenUp(message, []);
    throw new GivenUp(message, found);
  }

  /**
   * Where it is known which case of a batch an isolate has died of, it is asked alone first: when it kills again, all others
   * are a batch still, and two deaths are all that it costs.
   */
  private async aroundIt(jobs: readonly Job[], casualty: Casualty): Promise<Examination[]> {
    const { index } = casualty;
    if (index === undefined) return this.oneByOne(jobs, casualty);
    const deathsBefore = this.deaths;
    const [own = []] = await this.examine(jobs.slice(index, index + 1));
    if (this.deaths === deathsBefore) return this.oneByOne(jobs, casualty);
    const before = index === 0 ? [] : await this.examine(jobs.slice(0, index));
    const after =
      index + 1 === jobs.length ? [] : await this.examine(jobs.slice(index + 1)).catch(withFound([...before, own]));
    return [...before, own, ...after];
  }

  private async oneByOne(jobs: readonly Job[], casualty: Casualty): Promise<Examination[]> {
    const deathsBefore = this.deaths;
    const found: Examination[] = [];
    for (const job of jobs) found.push(...(await this.examine([job]).catch(withFound(found))));
    if (this.deaths > deathsBefore) return found;
    const index = casualty.index ?? jobs.length - 1;
    found[index] = [...(found[index] ?? []), ...onlyAfterOthers(casualty)];
    return found;
  }

  /** A case that an isolate died of after others: whether it does so alone, too. */
  private async onItsOwn(job: Job, casualty: Casualty): Promise<Examination> {
    const deathsBefore = this.deaths;
    const [found = []] = await this.examine([job]);
    return this.deaths > deathsBefore ? found : [...found, ...onlyAfterOthers(casualty)];
  }
}

/** Joins what was found so far to a parser's being given up. */
const withFound =
  (before: readonly Examination[]) =>
  (error: unknown): never => {
    throw error instanceof GivenUp ? new GivenUp(error.message, [...before, ...error.found]) : error;
  };

/** A hang that does not come again was the machine's; any other death has come of the cases before. */
const onlyAfterOthers = ({ rule, complaint }: Casualty): Examination =>
  rule === 'hang'
    ? []
    : [{ ...complaint, pointer: '', message: `${complaint.message}, but only after other responses` }];
