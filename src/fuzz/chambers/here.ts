import type { Examination, Job } from '../examination';
import { Examiner } from '../examiner';
import type { Plan } from '../plan';
import type { Subject } from '../subject';
import type { Chamber } from './chamber';

/** No isolation at all: the parser runs in this thread. What ends or blocks it, ends or blocks the run. */
export class Here implements Chamber {
  /** What is done here, is done while nobody waits. */
  readonly ahead = 1;
  private readonly examiner: Examiner;
  private last: Promise<unknown> | undefined;

  constructor(subject: Subject, plan: Plan) {
    this.examiner = new Examiner(subject, plan);
  }

  get calls(): number {
    return this.examiner.calls;
  }

  /** One batch after the other: some cases change the clock of the thread while they are examined. */
  examine(jobs: readonly Job[]): Promise<readonly Examination[]> {
    const found = (this.last ?? this.examiner.prime()).then(() => this.all(jobs));
    this.last = found.catch(() => undefined);
    return found;
  }

  async close(): Promise<void> {}

  private async all(jobs: readonly Job[]): Promise<readonly Examination[]> {
    const found: Examination[] = [];
    for (const job of jobs) {
      const examination = this.examiner.examine(job);
      found.push(examination instanceof Promise ? await examination : examination);
    }
    return found;
  }
}
