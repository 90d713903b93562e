import type { SitePair } from '../../result';
import type { Combination } from './combinations';

/** Pairs of classes by the sites that they are of: how many there are, and which were never seen. */
export function sitePairsOf(
  feasible: ReadonlyMap<string, Combination>,
  covered: ReadonlySet<string> | undefined,
): SitePair[] {
  const bySites = new Map<string, { sites: [string, string]; feasible: number; missing: [string, string][] }>();
  for (const [key, { sites, classes }] of feasible) {
    const own = JSON.stringify(sites);
    const entry = bySites.get(own) ?? { sites: sites as [string, string], feasible: 0, missing: [] };
    entry.feasible += 1;
    if (covered?.has(key) !== true) entry.missing.push(classes as [string, string]);
    bySites.set(own, entry);
  }
  return [...bySites.values()].map(({ sites, feasible: all, missing }) => ({
    sites,
    covered: all - missing.length,
    feasible: all,
    ...(missing.length === 0 ? {} : { missing }),
  }));
}
