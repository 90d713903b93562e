import { Random } from '../../random';

/** How deep models may lie within models before only what is required is drawn. */
const DEEPEST = 4;
/** How many items and models one payload may have before only what is required is drawn. */
const FUEL = 2_000;

/** How often leaves are of which rows of the case table, of 256. All others are of the whole range. */
export interface Manner {
  readonly edges: number;
  /** Of the row of typical values. */
  readonly typical: number;
}

/** Much of the whole range, some edges. */
export const ORDINARY: Manner = { edges: 28, typical: 12 };
/** As biased runs of fast-check want it. */
export const EDGY: Manner = { edges: 112, typical: 8 };
/** Much like what a service sends. */
export const LIKELY: Manner = { edges: 24, typical: 144 };

const TWO_TO_MINUS_32 = 2 ** -32;

/** Draws that are thrown away before those of a payload. */
const ROUNDS = 8;

/** What one payload is drawn from: random numbers, and how much may still be drawn. */
export class Source extends Random {
  private depth = 0;
  private fuel = 0;
  private edges = 0;
  private edgesAndTypical = 0;

  constructor() {
    super(0);
  }

  /** Begins a payload. The same seeds give the same payload. */
  begin(first: number, second: number, { edges, typical }: Manner): this {
    this.depth = 0;
    this.fuel = FUEL;
    this.edges = edges;
    this.edgesAndTypical = edges + typical;
    this.restart(first, second, ROUNDS);
    return this;
  }

  /** A whole number from 0 to `limit - 1`; `limit` is at most 2^31. Without a division: millions are drawn. */
  override below(limit: number): number {
    return (this.next() * TWO_TO_MINUS_32 * limit) | 0;
  }

  /** A number from 0 to under 1, of 52 bits. */
  fraction(): number {
    return ((this.bits() >>> 6) * 0x4000000 + (this.bits() >>> 6)) / 0x10000000000000;
  }

  /** Whether a leaf is of its edge rows, by 32 random bits, of which the first eight say it. */
  isEdge(bits: number): boolean {
    return bits >>> 24 < this.edges;
  }

  /** Whether a leaf that is no edge is of its typical values, by the same bits. */
  isTypical(bits: number): boolean {
    return bits >>> 24 < this.edgesAndTypical;
  }

  /** Whether only what is required may be drawn from here on. */
  isSpent(): boolean {
    return this.depth >= DEEPEST || this.fuel <= 0;
  }

  /** How many more items may be drawn. */
  left(): number {
    return this.fuel;
  }

  /** An item is drawn. */
  spend(): void {
    this.fuel -= 1;
  }

  /** A model is entered; it is left again by `leave`. */
  enter(): void {
    this.depth += 1;
    this.fuel -= 1;
  }

  leave(): void {
    this.depth -= 1;
  }
}
