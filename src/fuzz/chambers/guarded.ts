import { Failure } from '../../result';
import type { Examination, Job } from '../examination';
import { Casualty, type Cell, type Chamber, Interrupted } from './chamber';

/** A parser that dies this often is better looked at before more of it is tried. */
const MOST_DEATHS = 300;

/**
 * Runs batches in an isolate, and starts another one when it dies: the batch is then replayed case by case, so that
 * it is known which one it died of, and all others are examined after all.
 */
export class Guarded implements Chamber {
  private cell: Promise<Cell> | undefined;
  private deaths = 0;
  private callsBefore = 0;
  private callsNow: () => number = () => 0;

  constructor(private readonly start: () => Promise<Cell>) {}

  get calls(): number {
    return this.callsBefore + this.callsNow();
  }

  async examine(jobs: readonly Job[]): Promise<readonly Examination[]> {
    for (;;) {
      const opened = this.open();
      const cell = await opened;
      const isFresh = cell.calls === 0;
      try {
        return await cell.run(jobs);
      } catch (error) {
        this.forget(opened);
        if (error instanceof Interrupted) continue;
        if (!(error instanceof Casualty)) throw error;
        this.count(error);
        if (jobs.length > 1) return this.oneByOne(jobs, error);
        return isFresh ? [[error.complaint]] : [await this.onItsOwn(jobs[0] as Job, error)];
      }
    }
  }

  async close(): Promise<void> {
    const cell = this.cell;
    this.cell = undefined;
    await (await cell?.catch(() => undefined))?.end();
  }

  private open(): Promise<Cell> {
    if (this.cell === undefined) {
      this.cell = this.start();
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

  private count(casualty: Casualty): void {
    this.deaths += 1;
    if (this.deaths < MOST_DEATHS) return;
    throw new Failure(
      'environment',
      `the parser was lost ${MOST_DEATHS} times, the last time since ${casualty.message}`,
      'Run fewer cases (--runs) to see what it dies of, and mend that first.',
    );
  }

  private async oneByOne(jobs: readonly Job[], casualty: Casualty): Promise<Examination[]> {
    const deathsBefore = this.deaths;
    const found: Examination[] = [];
    for (const job of jobs) found.push(...(await this.examine([job])));
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

/** A hang that does not come again was the machine's; any other death has come of the cases before. */
const onlyAfterOthers = ({ rule, complaint }: Casualty): Examination =>
  rule === 'hang' ? [] : [{ ...complaint, message: `${complaint.message}, but only after other responses` }];
