import { Failure, type Finding, type Result, type Run } from '../../result';

/** A finding, and every result that has it. */
export interface ShownFinding {
  readonly finding: Finding;
  /** The first one, whose details show it. */
  readonly result: Result;
  /** The ids of all of them, in the run's order. */
  readonly ids: readonly string[];
}

/**
 * Returns the finding with this fingerprint, or with the only one that begins so.
 * @throws Failure (usage) where the run has none, or several.
 */
export function oneFinding(run: Run, id: string): ShownFinding {
  const matches = run.results.flatMap((result) =>
    result.findings.filter(({ fingerprint }) => fingerprint.startsWith(id)).map((finding) => ({ finding, result })),
  );
  const names = [...new Set(matches.map(({ finding }) => finding.fingerprint))];
  const [first] = matches;
  if (id === '' || first === undefined)
    throw new Failure(
      'usage',
      `the run has no finding ${id}`,
      'Its ids are the fingerprints that --reporter agent prints.',
    );
  if (names.length > 1)
    throw new Failure('usage', `${names.length} findings begin with ${id}: ${names.join(', ')}`, 'Give one of these.');
  return { ...first, ids: [...new Set(matches.map(({ result }) => result.id))] };
}
