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

/** What findings that are one share: level and fingerprint, however many cases show it. */
export const byFingerprint = ({ level, fingerprint }: Finding): string => `${level} ${fingerprint}`;

/** Also where only the place differs, as one change of a model that many operations answer with. */
export const bySubstance = (finding: Finding): string => {
  const { level, rule, pointer, expected, actual } = finding;
  // Without place and values a finding is no more than its message.
  if (pointer === '' && expected === '' && actual === '') return byFingerprint(finding);
  return JSON.stringify([level, rule, pointer, expected, actual]);
};

/** Findings that are one to a reader, in the run's order. */
export function alikeFindings(run: Run, nameOf = byFingerprint): Alike[] {
  const groups = new Map<string, { finding: Finding; result: Result; ids: string[] }>();
  for (const result of run.results) {
    for (const finding of result.findings) {
      const key = nameOf(finding);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { finding, result, ids: [result.id] });
      else if (group.ids.at(-1) !== result.id) group.ids.push(result.id);
    }
  }
  return [...groups.values()];
}
