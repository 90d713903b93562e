import type { Model } from '../../src/covering';
import { enumerated } from './every-row';

/** A tuple's set of factors: its text without the symbols that stand last. */
const blockOf = (tuple: string): string => JSON.stringify((JSON.parse(tuple) as unknown[]).slice(0, -1));

/** How many tuples the set of factors has that has most of them: a row holds one of each. */
function mostOfOne(blocks: Iterable<string>): number {
  const counts = new Map<string, number>();
  for (const block of blocks) counts.set(block, (counts.get(block) ?? 0) + 1);
  return Math.max(...counts.values());
}

/**
 * Whether so many rows of a model can hold all that some row can hold, found by trying; `undefined` where that took
 * too long. Shares nothing with the product.
 */
export function canCover(model: Model, rows: number, budget = 3_000): boolean | undefined {
  const { rows: all, tuplesIn } = enumerated(model);
  const holding = all.map((row) => tuplesIn([row]));
  const block = new Map([...tuplesIn(all)].map((tuple) => [tuple, blockOf(tuple)]));
  let left = budget;
  const search = (missing: readonly string[], more: number): boolean | undefined => {
    if (missing.length === 0) return true;
    if (mostOfOne(missing.map((tuple) => block.get(tuple) ?? '')) > more) return false;
    if (left-- <= 0) return undefined;
    const ways = missing.map((tuple) => holding.filter((own) => own.has(tuple)));
    const fewest = ways.reduce((best, own) => (own.length < best.length ? own : best));
    let answer: boolean | undefined = false;
    for (const own of fewest) {
      const found = search(
        missing.filter((tuple) => !own.has(tuple)),
        more - 1,
      );
      if (found === true) return true;
      answer = found === undefined ? undefined : answer;
    }
    return answer;
  };
  return search([...block.keys()], rows);
}
