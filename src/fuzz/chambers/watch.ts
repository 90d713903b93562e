/** What is watched. */
interface Watched {
  /** A number that changes as long as something moves. */
  readonly pulse: () => number;
  /** How many quarters of the limit it may stand still. */
  readonly patience: () => number;
  readonly whenStill: () => void;
}

/** Notices when nothing moves any more: looks four times within `limit` milliseconds. */
export class Watch {
  private timer: NodeJS.Timeout | undefined;
  private last = -1;
  private stillFor = 0;

  constructor(
    private readonly limit: number,
    private readonly watched: Watched,
  ) {}

  start(): void {
    this.timer ??= setInterval(() => this.look(), this.limit / 4);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.last = -1;
    this.moved();
  }

  /** Something has moved, whatever the pulse says. */
  moved(): void {
    this.stillFor = 0;
  }

  private look(): void {
    const pulse = this.watched.pulse();
    this.stillFor = pulse === this.last ? this.stillFor + 1 : 0;
    this.last = pulse;
    if (this.stillFor >= this.watched.patience()) this.watched.whenStill();
  }
}
