import type { Goal } from '../model';

/**
 * What is covered where each parameter has a strength: combinations of so many parameters as the least strength among
 * them says. Where fewer parameters have a strength than it asks for, all of them together.
 */
export function goalsOf(strengths: readonly number[]): Goal[] {
  const distinct = [...new Set(strengths)].sort((left, right) => left - right);
  if (distinct.length === 1) return [{ strength: Math.min(distinct[0] as number, strengths.length) }];
  return distinct.map((strength) => {
    const factors = strengths.flatMap((own, factor) => (own >= strength ? [factor] : []));
    return { factors, strength: Math.min(strength, factors.length) };
  });
}
