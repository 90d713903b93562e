import { Casualty, type Cell, Interrupted } from '../../../src/fuzz/chambers/chamber';
import { Guarded } from '../../../src/fuzz/chambers/guarded';

/** Isolates that answer nothing before they are ended, and then lose what they were asked. */
class Silent implements Cell {
  readonly calls = 0;
  private readonly lost: ((error: Error) => void)[] = [];

  constructor(private readonly ending: Error) {}

  run(): Promise<never> {
    return new Promise((_settle, fail) => {
      this.lost.push(fail);
    });
  }

  async end(): Promise<void> {
    for (const fail of this.lost) fail(this.ending);
  }
}

describe('a guarded isolate', () => {
  it.each([
    ['was interrupted', new Interrupted()],
    ['was lost with its program', new Casualty('process-ended', 'it ended', 0)],
  ])('that is closed while a batch runs is not started again for what %s', async (_name, ending) => {
    let starts = 0;
    const start = async (): Promise<Cell> => {
      starts += 1;
      return new Silent(ending);
    };
    const guarded = new Guarded(start, { ahead: 1, mostDeaths: 3 });
    const outcomes = Promise.allSettled([guarded.examine([0, 1]), guarded.examine([2])]);
    // Until the batches are under way.
    await new Promise((settle) => setImmediate(settle));
    await guarded.close();
    await outcomes;
    expect(starts).toBe(1);
  });
});
