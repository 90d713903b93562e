import { Failure } from './failure';
import { joinBrokerResults } from './join-broker-results';
import { besideOf, unionOf } from './join-coverage';
import { joinResults } from './join-results';
import { type Coverage, placedAt, type Run, type RunPart, runOf, type Summary } from './run';

const nameOf = ({ command, contract }: Pick<Run, 'command' | 'contract'>): string => `${command} ${contract}`;

/** The values of a key, each once, in order of appearance. */
const distinct = <T>(runs: readonly Run[], key: (run: Run) => T): T[] => [...new Set(runs.map(key))];

function grouped(runs: readonly Run[], key: (run: Run) => string): Run[][] {
  const groups = new Map<string, Run[]>();
  for (const run of runs) groups.set(key(run), [...(groups.get(key(run)) ?? []), run]);
  return [...groups.values()];
}

/** @throws Failure (usage) where two runs say that they are of the same contract, and are not. */
function demandOneDigest(name: string, runs: readonly Run[]): void {
  const digests = distinct(runs, ({ contractDigest }) => contractDigest).filter((digest) => digest !== undefined);
  if (digests.length > 1)
    throw new Failure(
      'usage',
      `the runs of ${name} are of different versions of the contract`,
      'Make all of them from the same commit.',
    );
}

/** @throws Failure (usage) unless these are all the shards of one piece of work, each once. */
function demandWhole(name: string, runs: readonly Run[]): void {
  const seeds = distinct(runs, ({ seed }) => seed);
  if (seeds.length > 1)
    throw new Failure(
      'usage',
      `the runs of ${name} have different seeds: ${seeds.join(', ')}`,
      'Shards join only where all have the same --seed; report other runs on their own.',
    );
  const counts = distinct(runs, ({ shard }) => shard?.count ?? 1);
  const count = counts[0] as number;
  if (counts.length > 1)
    throw new Failure(
      'usage',
      `the runs of ${name} were split differently: into ${counts.join(' and into ')}`,
      'Give the shards of one split, all of them.',
    );
  const indexes = runs.map(({ shard }) => shard?.index ?? 1);
  for (let index = 1; index <= count; index += 1) {
    const times = indexes.filter((candidate) => candidate === index).length;
    if (times !== 1) throw wrongShard(name, { index, count, times });
  }
}

function wrongShard(name: string, { index, count, times }: { index: number; count: number; times: number }): Failure {
  const which = count === 1 ? `the run of ${name}` : `shard ${index} of ${count} of ${name}`;
  return times === 0
    ? new Failure('usage', `${which} is missing`, 'Give its run.json too; if that was never written, its job failed.')
    : new Failure('usage', `${which} is given ${times} times`, 'Give each run.json once.');
}

const joinedSummary = (runs: readonly Run[]): Summary => {
  const sum = (key: keyof Summary): number => runs.reduce((total, { summary }) => total + (summary[key] ?? 0), 0);
  const approximate = sum('approximate');
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    ...(approximate === 0 ? {} : { approximate }),
    durationMs: sum('durationMs'),
  };
};

const byIndex = (left: Run, right: Run): number => (left.shard?.index ?? 1) - (right.shard?.index ?? 1);

const distinctWarnings = (runs: readonly Run[]): string[] => [
  ...new Set(runs.flatMap(({ warnings = [] }) => warnings)),
];

function distinctInteractions(runs: readonly Run[]): NonNullable<Run['interactions']> {
  const all = runs.flatMap(({ interactions = [] }) => interactions);
  return [...new Map(all.map((interaction) => [`${interaction.pact} ${interaction.id}`, interaction])).values()];
}

type Carried = Pick<Run, 'coverage' | 'warnings' | 'interrupted' | 'interactions' | 'brokerResults'>;

function withCoverage(runs: readonly Run[], coverage: Coverage | undefined): Carried {
  const warnings = distinctWarnings(runs);
  const interactions = distinctInteractions(runs);
  const brokerResults = joinBrokerResults(runs.flatMap((run) => run.brokerResults ?? []));
  return {
    ...(coverage === undefined ? {} : { coverage }),
    ...(warnings.length === 0 ? {} : { warnings }),
    ...(runs.some(({ interrupted }) => interrupted) ? { interrupted: true } : {}),
    ...(interactions.length === 0 ? {} : { interactions }),
    ...(brokerResults.length === 0 ? {} : { brokerResults }),
  };
}

const coveragesOf = (runs: readonly Run[]): Coverage[] => runs.flatMap(({ coverage }) => coverage ?? []);

/** What the parts of a run carry beside their results: what each covered, each warning once, the pacts. */
export const carried = (parts: readonly Run[]): Carried => withCoverage(parts, besideOf(coveragesOf(parts)));

/** The shards of one piece of work as the run that it would have been unsplit. */
function joinShards(shards: readonly Run[]): Run {
  const ordered = [...shards].sort(byIndex);
  const { shard: _shard, ...first } = ordered[0] as Run;
  const results = joinResults(ordered);
  const { summary } = runOf(first, results, joinedSummary(ordered).durationMs);
  return { ...first, summary, results, ...withCoverage(ordered, unionOf(ordered)) };
}

const partOf = (run: Run): RunPart => {
  const { command, contract, seed, summary } = run;
  return { name: nameOf(run), command, contract, seed, summary };
};

function partCoverage(coverage: Coverage, part: string, prefixed: (id: string) => string): Coverage {
  const { cells, sitePairs } = coverage;
  return {
    ...coverage,
    ...(cells === undefined
      ? {}
      : {
          cells: cells.map((cell) => ({
            ...cell,
            part,
            ...(cell.by === undefined ? {} : { by: cell.by.map(prefixed) }),
          })),
        }),
    ...(sitePairs === undefined ? {} : { sitePairs: sitePairs.map((pair) => ({ ...pair, part })) }),
  };
}

/** What several parts of one run covered, each on its own; `undefined` where there is none. */
export const coverageByPart = (parts: readonly (readonly [name: string, coverage: Coverage])[]): Coverage | undefined =>
  besideOf(parts.map(([name, coverage]) => partCoverage(coverage, name, (id) => id)));

/**
 * A run as a part of another one: the ids of its results stand after the part's name, wherever they are named, and
 * what it covered is the part's.
 */
export function asPart(run: Run, name: string): Run {
  const prefixed = (id: string): string => `${name}: ${id}`;
  const results = run.results.map((result) => ({ ...placedAt(result, run.contractFile), id: prefixed(result.id) }));
  if (run.coverage === undefined) return { ...run, results };
  return { ...run, results, coverage: partCoverage(run.coverage, name, prefixed) };
}

/**
 * Joins runs into one. Shards of one piece of work become the run that it would have been unsplit; runs of other
 * commands or contracts stand beside each other as `parts`, their results' ids prefixed with the part's name. Of
 * parts with different seeds the joined run has the first one's. The order of the runs given makes no difference to
 * what is in it.
 * @throws Failure (usage) where a shard is missing or given twice, and where runs that should be one piece of work
 * differ in their seed, their split or their version of the contract.
 */
export function joinRuns(runs: readonly Run[]): Run {
  if (runs.length === 0) throw new Failure('usage', 'there is no run to report', 'Name one or more run.json files.');
  for (const ofContract of grouped(runs, ({ contract }) => contract))
    demandOneDigest((ofContract[0] as Run).contract, ofContract);
  const groups = grouped(runs, nameOf);
  for (const group of groups) demandWhole(nameOf(group[0] as Run), group);
  const whole = groups.map(joinShards).sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
  const [first, second] = whole as [Run, Run?];
  if (second === undefined) return first;
  const parts = whole.map((run) => asPart(run, nameOf(run)));
  return {
    version: 1,
    command: 'report',
    contract: distinct(whole, ({ contract }) => contract).join(', '),
    seed: first.seed,
    summary: joinedSummary(whole),
    results: parts.flatMap(({ results }) => results),
    parts: whole.map(partOf),
    ...carried(parts),
  };
}
