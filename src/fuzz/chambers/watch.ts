import { availableParallelism, loadavg } from 'node:os';

/** However crowded a machine is, this is how many times as long a parser is waited for at most. */
const MOST_CROWDED = 10;

/** How many programs share a processor: what takes a second on a machine of its own takes so many here. */
const crowding = (): number => Math.min(MOST_CROWDED, Math.max(1, (loadavg()[0] ?? 0) / availableParallelism()));

/** What is watched. */
interface Watched {
  /** A number that changes as long as something moves. */
  readonly pulse: () => number;
  /** How many quarters of the limit it may stand still. */
  readonly patience: () => number;
  readonly whenStill: () => void;
}

/**
 * Notices when nothing moves any more: looks four times within `limit` milliseconds, which are longer on a machine that
 * has much else to do. A false hang costs more than a late one.
 */
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
    if (this.stillFor >= this.watched.patience() * crowding()) this.watched.whenStill();
  }
}
