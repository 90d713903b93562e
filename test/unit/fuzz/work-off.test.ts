import type { Examination, Job } from '../../../src/fuzz/examination';
import { workOff } from '../../../src/fuzz/work-off';

/** A chamber that answers when it is told to. */
class Held {
  readonly ahead = 2;
  readonly asked: { readonly jobs: readonly Job[]; readonly answer: () => void }[] = [];

  constructor(private readonly onAsked: () => void = () => undefined) {}

  examine(jobs: readonly Job[]): Promise<readonly Examination[]> {
    return new Promise((settle) => {
      this.asked.push({ jobs, answer: () => settle(jobs.map(() => [])) });
      this.onAsked();
    });
  }
}

/** A chamber that answers at once, and knows how many batches were under way anywhere when it began one. */
class Counting {
  readonly ahead = 3;
  readonly begun: { readonly jobs: readonly Job[]; readonly underWay: number }[] = [];

  constructor(private readonly count: { underWay: number }) {}

  async examine(jobs: readonly Job[]): Promise<readonly Examination[]> {
    this.count.underWay += 1;
    this.begun.push({ jobs, underWay: this.count.underWay });
    await new Promise((settle) => setImmediate(settle));
    this.count.underWay -= 1;
    return jobs.map(() => []);
  }
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, number) => number);

describe('working off', () => {
  it('gives batches to the chambers in turns, and takes them in order, whichever is done first', async () => {
    const [quick, slow] = [new Held(), new Held()];
    const taken: (readonly [first: number, Held])[] = [];
    const done = workOff(
      [slow, quick],
      { numbers: upTo(400), isTimed: () => false },
      async ([first = -1], _, chamber) => {
        taken.push([first, chamber]);
        return true;
      },
    );
    for (const chamber of [quick, slow]) for (const { answer } of chamber.asked) answer();
    await done;
    expect(taken.map(([first]) => first)).toEqual([...taken.map(([first]) => first)].sort((a, b) => a - b));
    expect(taken.map(([, chamber]) => chamber)).toEqual(taken.map((_, index) => (index % 2 === 0 ? slow : quick)));
    expect([...slow.asked, ...quick.asked].flatMap(({ jobs }) => jobs)).toHaveLength(400);
  });

  it('does nothing else anywhere while a time is measured', async () => {
    const count = { underWay: 0 };
    const chambers = [new Counting(count), new Counting(count)];
    const isTimed = (number: number): boolean => number >= 500 && number < 510;
    await workOff(chambers, { numbers: upTo(1000), isTimed }, async () => true);
    const begun = chambers.flatMap((chamber) => chamber.begun);
    const [timed, ...others] = begun.filter(({ jobs }) => jobs.some((job) => isTimed(job as number)));
    expect(others).toEqual([]);
    expect(timed).toEqual({ jobs: upTo(1000).filter(isTimed), underWay: 1 });
    expect(Math.max(...begun.map(({ underWay }) => underWay))).toBeGreaterThan(2);
  });

  it('begins nothing beside what is timed either', async () => {
    const count = { underWay: 0 };
    const chamber = new Counting(count);
    const isTimed = (number: number): boolean => number === 0;
    const seen: number[] = [];
    await workOff([chamber], { numbers: upTo(300), isTimed }, async (numbers) => {
      seen.push(...numbers);
      return true;
    });
    expect(chamber.begun.map(({ underWay }) => underWay).slice(0, 2)).toEqual([1, 1]);
    expect(seen).toEqual(upTo(300));
  });
});
