import type { Examination, SingleCase } from '../examination';
import { Casualty, type Cell, Interrupted } from './chamber';
import { Spares } from './spares';

/** Where so many cases in a row have shown by themselves what they showed after others, none is expected to be otherwise. */
const ENOUGH = 16;

/** So many isolates are started for one case each: of more cases it is not looked whether others are the cause. */
const MOST = 150;

/** Isolates that have seen no response, each for one case: what was read before has no part in what it does there. */
export class Alone {
  private readonly spares: Spares<Cell>;
  private asked = 0;
  private inARow = 0;

  constructor(start: () => Promise<Cell>) {
    this.spares = new Spares(start);
  }

  /** Examines a case in an isolate of its own; `undefined` where enough were asked for, it dies of it, or cannot be started. */
  async examine(job: SingleCase): Promise<Examination | undefined> {
    if (this.asked >= MOST || this.inARow >= ENOUGH) return undefined;
    this.asked += 1;
    const found = await this.inAnother(job);
    this.inARow = found?.length === 0 ? 0 : this.inARow + 1;
    return found;
  }

  private async inAnother(job: SingleCase): Promise<Examination | undefined> {
    const cell = await this.spares.take().catch(() => undefined);
    if (cell === undefined) return undefined;
    try {
      return (await cell.run([job]))[0];
    } catch (error) {
      if (error instanceof Casualty || error instanceof Interrupted) return undefined;
      throw error;
    } finally {
      await cell.end();
    }
  }

  close(): Promise<void> {
    return this.spares.close();
  }
}
