import { resolve } from '../../../src/contract';
import type { Drawing } from '../contenders';
import { median } from '../measure';
import { model } from '../subject';

const [SEEDS, DRAWS] = [101, 50];

const root = resolve(model.schema, model.definitions);
const optional = root.kind === 'object' ? root.properties.filter(({ required }) => !required) : [];
const pairs = optional.flatMap(({ name }, index) =>
  optional.slice(index + 1).map((other) => [name, other.name] as const),
);

/** The share of the pairs of optional members that some payloads show in all four ways, there and absent. */
function covered(payloads: readonly object[]): number {
  let shown = 0;
  for (const [left, right] of pairs) {
    const ways = payloads.map((payload) => (left in payload ? 1 : 0) + (right in payload ? 2 : 0));
    shown += new Set(ways).size;
  }
  return shown / (pairs.length * 4);
}

/** Pairs of presence after fifty draws: the median over seeds, and the worst of them. */
export function pairsOf({ sample }: Drawing): Readonly<Record<string, number>> {
  const shares = Array.from({ length: SEEDS }, (_, seed) => covered(sample(seed, DRAWS) as readonly object[]));
  return { pairs: pairs.length * 4, share: median(shares), worst: Math.min(...shares) };
}
