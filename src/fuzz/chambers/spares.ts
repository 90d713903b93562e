/** What can be started ahead of its need, and ended. */
interface Startable {
  end(): Promise<void>;
}

/**
 * Starts isolates. From the second one on, the next is started as soon as one is taken: a parser that dies once does so
 * again, and whoever asks need not wait for a start each time.
 */
export class Spares<Isolate extends Startable> {
  private spare: Promise<Isolate> | undefined;
  private taken = 0;
  private isClosed = false;

  constructor(private readonly start: () => Promise<Isolate>) {}

  take(): Promise<Isolate> {
    const isolate = this.spare ?? this.start();
    this.taken += 1;
    this.spare = this.taken > 1 && !this.isClosed ? this.start() : undefined;
    // Whoever takes it hears why it cannot be started.
    this.spare?.catch(() => undefined);
    return isolate;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const { spare } = this;
    this.spare = undefined;
    await (await spare?.catch(() => undefined))?.end();
  }
}
