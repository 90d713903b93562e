import type { Case } from '../contract';

/** So many of each are kept. */
const KEPT = 4;

/** Cases that a parser has dealt with well: reading them again does no harm, and must not change anything else. */
export class Recent {
  private readonly taken: Case[] = [];
  private readonly refused: Case[] = [];

  add(testCase: Case): void {
    const kept = testCase.verdict === 'accept' ? this.taken : this.refused;
    kept.push(testCase);
    if (kept.length > KEPT) kept.shift();
  }

  /** The last ones, other than this. */
  others(than: Case): Case[] {
    return [...this.taken, ...this.refused].filter((testCase) => testCase.body !== than.body);
  }
}
