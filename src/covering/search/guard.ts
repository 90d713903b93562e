import type { Problem } from '../problem';

/** A conjunction seen from one of its factors: what the others must hold for it to be complete. */
interface Rest {
  /** By level of the factor it is seen from, 1 where the conjunction names it. */
  readonly own: Uint8Array;
  readonly factors: readonly number[];
  /** By place in `factors` and level, 1 where the conjunction names it. */
  readonly levels: readonly Uint8Array[];
}

/** Whether one level of a complete row can change: rows that hold nothing forbidden stay so. */
export class Guard {
  private readonly rests: readonly (readonly Rest[])[];

  constructor({ levels, forbidden }: Problem) {
    const rests: Rest[][] = levels.map(() => []);
    for (const terms of forbidden) {
      const named = terms.map((term) => {
        const set = new Uint8Array((levels[term.factor] as readonly number[]).length);
        for (const level of term.levels) set[level] = 1;
        return { factor: term.factor, set };
      });
      for (const { factor, set } of named) {
        const others = named.filter((other) => other.factor !== factor);
        rests[factor]?.push({
          own: set,
          factors: others.map((other) => other.factor),
          levels: others.map((other) => other.set),
        });
      }
    }
    this.rests = rests;
  }

  allows(row: Int32Array, factor: number, level: number): boolean {
    for (const { own, factors, levels } of this.rests[factor] as readonly Rest[]) {
      if (own[level] === 1 && holdsAll(row, factors, levels)) return false;
    }
    return true;
  }
}

function holdsAll(row: Int32Array, factors: readonly number[], levels: readonly Uint8Array[]): boolean {
  for (let at = 0; at < factors.length; at++) {
    if ((levels[at] as Uint8Array)[row[factors[at] as number] as number] === 0) return false;
  }
  return true;
}
