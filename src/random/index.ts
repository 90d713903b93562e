/** Draws before the first one that counts: seeds that differ in one bit have nothing in common after them. */
const ROUNDS = 12;

/**
 * The one generator of random numbers: sfc32, integer arithmetic alone, so that a seed gives the same numbers on every
 * engine.
 */
export class Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 1;

  /** `stream` tells the sequences of one seed apart: any of them can be had without those before it. */
  constructor(seed: number, stream = 0x9e3779b9) {
    this.restart(seed, stream, ROUNDS);
  }

  /** Begins the sequence of a seed and stream, after a number of draws that are thrown away. */
  protected restart(seed: number, stream: number, rounds: number): void {
    this.a = seed | 0;
    this.b = stream | 0;
    this.c = 0x243f6a88;
    this.counter = 1;
    for (let round = 0; round < rounds; round += 1) this.bits();
  }

  /** Returns 32 random bits, as a signed whole number. */
  bits(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum;
  }

  /** Returns a whole number from 0 to 2^32 - 1. */
  next(): number {
    return this.bits() >>> 0;
  }

  /** Returns a whole number from 0 to `limit - 1`. */
  below(limit: number): number {
    return this.next() % limit;
  }

  /** Returns one of the items, of which there must be one. */
  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** Shuffles in place. */
  shuffle(values: Int32Array | number[]): void {
    for (let last = values.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      const value = values[last] as number;
      values[last] = values[other] as number;
      values[other] = value;
    }
  }
}
