import { availableParallelism, loadavg } from 'node:os';

/** However crowded a machine is, this is how many times as long a parser is waited for at most. */
const MOST_CROWDED = 10;

/** What takes less of the processors' time than this part of the limit is idle: on the most crowded machine it gets more. */
const HARDLY_ANY = 1 / 20;

/** So many times as long is waited for what is idle. */
const IDLE = 2;

/** How many programs share a processor: what takes a second on a machine of its own takes so many here. */
const crowding = (): number => Math.min(MOST_CROWDED, Math.max(1, (loadavg()[0] ?? 0) / availableParallelism()));

/** What is watched. */
interface Watched {
  /** A number that changes as long as something moves. */
  readonly pulse: () => number;
  /** How many milliseconds the processors have spent on it; `undefined` where nobody tells. */
  readonly spent: () => number | undefined;
  /** How many quarters of the limit it may stand still. */
  readonly patience: () => number;
  readonly whenStill: () => void;
}

/**
 * Notices when nothing moves any more: looks four times within `limit` milliseconds. What counts is the time that the
 * processors have spent on it, since on a crowded machine a parser that is quick may wait long for its turn; of what
 * uses none, how long it is silent. A false hang costs more than a late one.
 */
export class Watch {
  private timer: NodeJS.Timeout | undefined;
  private last = -1;
  private stillFor = 0;
  private spentBefore: number | undefined;

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
    if (this.stillFor === 1) this.spentBefore = this.watched.spent();
    const patience = this.watched.patience();
    if (this.stillFor >= patience && this.isStill(patience)) this.watched.whenStill();
  }

  private isStill(patience: number): boolean {
    const spent = this.watched.spent();
    if (spent === undefined || this.spentBefore === undefined) return this.stillFor >= patience * crowding();
    // Counted from the first look that saw nothing move on, so that a quarter is missing.
    const [used, enough] = [spent - this.spentBefore, ((patience - 1) * this.limit) / 4];
    const isIdle = used < HARDLY_ANY * this.limit;
    return used >= enough || this.stillFor >= IDLE * patience * (isIdle ? 1 : crowding());
  }
}
