import type { Finding } from './finding';
import type { Result, Run } from './run';

const RANKS = { failed: 0, approximate: 1, passed: 2, skipped: 3 };

const kindOf = ({ level, fingerprint }: Finding): string => `${level} ${fingerprint}`;

function joined(same: readonly Result[]): Result {
  const [worst] = [...same].sort((left, right) => RANKS[left.status] - RANKS[right.status]) as [Result];
  if (same.length === 1) return worst;
  const findings = same.flatMap((result) => result.findings);
  const details = detailsOf(same.filter(({ status }) => status === worst.status));
  return {
    ...worst,
    findings: [...new Map(findings.map((finding) => [kindOf(finding), finding])).values()],
    ...(details === undefined ? {} : { details }),
  };
}

/** Of the smallest payload that any of them has; how many cases it was are counted together. */
function detailsOf(same: readonly Result[]): Result['details'] {
  const all = same.map(({ details }) => details).filter((details) => details !== undefined);
  const length = ({ payload = '' }: NonNullable<Result['details']>): number => payload.length;
  const smallest = all.reduce((best, details) => (length(details) < length(best) ? details : best), all[0] ?? {});
  if (smallest['cases'] === undefined) return all.length === 0 ? undefined : smallest;
  return { ...smallest, cases: String(all.reduce((sum, { cases = 0 }) => sum + Number(cases), 0)) };
}

/**
 * The results of shards. What every shard does, such as a check of the whole, has the same id in each: it is one
 * result, with what any of them found.
 */
export function joinResults(shards: readonly Run[]): Result[] {
  const byId = new Map<string, Result[]>();
  for (const { results } of shards) {
    const inThis = new Map<string, number>();
    for (const result of results) {
      // Equal ids within one shard are different results, as they are in a run that is not split.
      const time = (inThis.get(result.id) ?? 0) + 1;
      inThis.set(result.id, time);
      const key = JSON.stringify([result.id, time]);
      const before = byId.get(key);
      if (before === undefined) byId.set(key, [result]);
      else before.push(result);
    }
  }
  return [...byId.values()].map(joined);
}
