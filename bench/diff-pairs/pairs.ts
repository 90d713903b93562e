import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The level expected of a pair: the highest of its changes, or none. */
export const LEVELS = ['none', 'compatible', 'warning', 'breaking'] as const;
export type Level = (typeof LEVELS)[number];

/** Two versions of a document, and what is expected of them. */
export interface Pair {
  readonly id: string;
  /** Files, relative to the folder. */
  readonly before: string;
  readonly after: string;
  /** The levels that others expect; any of them counts. */
  readonly level: Level | readonly Level[];
  /** The reason why we disagree and are right; fails when it is no longer needed. */
  readonly because?: string;
}

/** The pairs that `pairs.json` of a folder lists. @throws Error for an entry that is not whole. */
export function pairsIn(folder: string): Pair[] {
  const pairs = JSON.parse(readFileSync(join(folder, 'pairs.json'), 'utf8')) as Pair[];
  for (const pair of pairs) {
    const levels = [pair.level].flat();
    if (!pair.id || !pair.before || !pair.after || levels.length === 0 || !levels.every((one) => LEVELS.includes(one)))
      throw new Error(`pairs.json: ${JSON.stringify(pair)} is no pair: it has id, before, after and level`);
  }
  return pairs;
}
