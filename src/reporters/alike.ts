import type { Finding, Result, Run } from '../result';

/** One kind of finding, and all the results that met it. */
export interface Alike {
  /** The first one met. */
  readonly finding: Finding;
  /** The result it was met in. */
  readonly result: Result;
  /** The ids of all results with such a finding, in the run's order. */
  readonly ids: readonly string[];
}

/** Findings of one level and fingerprint are one to a reader, however many cases show it. In the run's order. */
export function alikeFindings(run: Run): Alike[] {
  const groups = new Map<string, { finding: Finding; result: Result; ids: string[] }>();
  for (const result of run.results) {
    for (const finding of result.findings) {
      const key = `${finding.level} ${finding.fingerprint}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { finding, result, ids: [result.id] });
      else if (group.ids.at(-1) !== result.id) group.ids.push(result.id);
    }
  }
  return [...groups.values()];
}
