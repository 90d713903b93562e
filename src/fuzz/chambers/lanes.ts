/** Does pieces of work side by side, so many at a time, and begins them in order. */
export class Lanes {
  private readonly waiting: (() => void)[] = [];
  private free: number;

  /** `count` is how many are under way at most. */
  constructor(count: number) {
    this.free = count;
  }

  /** Does a piece of work when its turn comes, and gives what comes of it. */
  do<T>(work: () => T | Promise<T>): Promise<T> {
    return new Promise((settle, fail) => {
      this.waiting.push(() => {
        const done = new Promise<T>((begin) => begin(work())).then(settle, fail);
        void done.then(() => this.leave());
      });
      this.enter();
    });
  }

  private leave(): void {
    this.free += 1;
    this.enter();
  }

  private enter(): void {
    if (this.free === 0) return;
    const next = this.waiting.shift();
    if (next === undefined) return;
    this.free -= 1;
    next();
  }
}
