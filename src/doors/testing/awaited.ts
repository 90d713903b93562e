/**
 * A promise that knows what follows from it: `await` calls `then`, as do `Promise.all` and a runner that is given the
 * promise of a test.
 */
class WatchedPromise<T> extends Promise<T> {
  private follower: WatchedPromise<unknown> | undefined;

  /** How many promises follow, each from the one before. */
  get followers(): number {
    return this.follower === undefined ? 0 : 1 + this.follower.followers;
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise.
  override then<Value = T, Reason = never>(
    onValue?: ((value: T) => Value | PromiseLike<Value>) | null,
    onReason?: ((reason: unknown) => Reason | PromiseLike<Reason>) | null,
  ): Promise<Value | Reason> {
    const next = super.then(onValue, onReason) as WatchedPromise<Value | Reason>;
    this.follower ??= next;
    return next;
  }

  /** Keeps the rejection of a promise that nobody waits for from being reported a second time. */
  quieten(): void {
    Promise.prototype.then.call(this, undefined, () => undefined);
    this.follower?.quieten();
  }
}

/**
 * Counts how many promises `expect` has follow from the one of a matcher, before it gives the last of them to the test:
 * Jest two, Vitest one.
 * @param assert makes an assertion whose matcher gives this promise.
 */
export function followersIn(assert: (outcome: Promise<{ readonly pass: true }>) => void): number {
  const probe = new WatchedPromise<{ readonly pass: true }>((settle) => settle({ pass: true }));
  assert(probe);
  return probe.followers;
}

/** An assertion under way. */
interface Assertion {
  /** As it stands in the test: `expect(...).toReadContract('orders')`. */
  readonly written: string;
  /** The test that it was made in; `undefined` outside of any. */
  readonly test: string | undefined;
  readonly promise: WatchedPromise<unknown>;
}

/** Assertions that are to be awaited: one that nobody waits for could fail unseen. */
export class AwaitedAssertions {
  private open: Assertion[] = [];

  /** @param followers how many promises `expect` itself has follow from the one of a matcher. */
  constructor(private readonly followers: number) {}

  /** Begins an assertion; what it gives is for `expect`. */
  begin<T>(written: string, test: string | undefined, work: () => Promise<T>): Promise<T> {
    const promise = new WatchedPromise<T>((settle, fail) => {
      work().then(settle, fail);
    });
    this.open.push({ written, test, promise });
    return promise;
  }

  /**
   * Requires that the assertions of a test were awaited; of all, where none is named.
   * @throws Error that names the first that was not, and its test.
   */
  require(test?: string): void {
    const ended = this.open.filter((one) => test === undefined || one.test === test);
    this.open = this.open.filter((one) => !ended.includes(one));
    const [forgotten, ...others] = ended.filter(({ promise }) => promise.followers <= this.followers);
    if (forgotten === undefined) return;
    for (const { promise } of [forgotten, ...others]) promise.quieten();
    const where = forgotten.test === undefined ? 'outside of any test' : `in the test "${forgotten.test}"`;
    throw new Error(`${forgotten.written} was not awaited ${where}: write \`await ${forgotten.written}\``);
  }
}
