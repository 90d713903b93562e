/** Numbers that look random and are the same for the same seed and number: splitmix32. */
export class Random {
  private state: number;

  /** `stream` tells the sequences of one seed apart: any of them can be had without those before it. */
  constructor(seed: number, stream = 0) {
    this.state = (seed ^ Math.imul(stream, 0x85ebca6b)) >>> 0;
    this.below(2);
  }

  /** A whole number from 0 up, less than `limit`. */
  below(limit: number): number {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let mixed = this.state ^ (this.state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return Math.floor((((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32) * limit);
  }

  /** One of these. */
  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }
}
