import { type Examination, Examiner, type Job } from '../examiner';
import type { Plan } from '../plan';
import type { Subject } from '../subject';
import type { Chamber } from './chamber';

/** No isolation at all: the parser runs in this thread. What ends or blocks it, ends or blocks the run. */
export class Here implements Chamber {
  private readonly examiner: Examiner;
  private isPrimed = false;

  constructor(subject: Subject, plan: Plan) {
    this.examiner = new Examiner(subject, plan);
  }

  get calls(): number {
    return this.examiner.calls;
  }

  async examine(jobs: readonly Job[]): Promise<readonly Examination[]> {
    if (!this.isPrimed) await this.examiner.prime();
    this.isPrimed = true;
    const found: Examination[] = [];
    for (const job of jobs) {
      const examination = this.examiner.examine(job);
      found.push(examination instanceof Promise ? await examination : examination);
    }
    return found;
  }

  async close(): Promise<void> {}
}
