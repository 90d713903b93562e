import type { CoverageFigure } from './coverage-figure';
import type { Finding } from './finding';
import type { BrokerResults } from './pact-results';
import type { SeenAtAll } from './seen';

/**
 * What a result came to; what is skipped was not tested. What is approximate keeps its contract, and its pact as far as its
 * state could be set up: neither a pass nor a failure of the pact.
 */
export type Status = 'passed' | 'failed' | 'skipped' | 'approximate';

/** What became of one case, interaction or check. */
export interface Result {
  /** The case's id, or the interaction's, or the check's. */
  readonly id: string;
  readonly status: Status;
  readonly findings: readonly Finding[];
  /** Why it was skipped, or is approximate. */
  readonly reason?: string;
  /** What helps to see and repeat it: texts by name, such as `payload`, `curl`, `replay`, `request`, `response`. */
  readonly details?: Readonly<Record<string, string>>;
}

/** One class of one site, and which results covered it. */
export interface CoverageCell {
  readonly site: string;
  readonly class: string;
  readonly covered: boolean;
  /** Why it cannot be covered, where it cannot. */
  readonly excluded?: string;
  /** Ids of results that covered it, at most a few. */
  readonly by?: readonly string[];
  /** How many results that covered it failed. */
  readonly failed?: number;
  /**
   * In a joined run the part, in a run of several contracts the contract, that covered it or did not: what a fuzzer
   * covers no pact need hold.
   */
  readonly part?: string;
}

/** How the classes of two sites meet in one body: the 2-way view. */
export interface SitePair extends CoverageFigure {
  readonly sites: readonly [string, string];
  /** Classes of the one with classes of the other that could meet, and never do. */
  readonly missing?: readonly (readonly [string, string])[];
  /** In a joined run: the part whose pair it is; in a run of several contracts, the contract. */
  readonly part?: string;
}

/** What a run covered of the contract. */
export interface Coverage {
  readonly classes: CoverageFigure;
  readonly pairs?: CoverageFigure;
  readonly triples?: CoverageFigure;
  readonly cells?: readonly CoverageCell[];
  readonly sitePairs?: readonly SitePair[];
}

/** One request of a pact and the answer that was agreed on, as texts. */
export interface AgreedInteraction {
  /** Its description in the pact file. */
  readonly id: string;
  /** The pact file's name. */
  readonly pact: string;
  /** Provider states, their parameters with them. */
  readonly states: readonly string[];
  readonly request: string;
  readonly response: string;
}

/** How many results came to what, and how long all of it took. */
export interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Left out where there is none. */
  readonly approximate?: number;
  readonly durationMs: number;
}

/** Returns the counts in words: `12 passed, 0 failed, 1 skipped`, and how many are approximate where any is. */
export const countsText = ({ passed, failed, skipped, approximate = 0 }: Summary): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped${approximate > 0 ? `, ${approximate} approximate` : ''}`;

/** Tells whether a run tested nothing at all. */
export const isUntested = ({ passed, failed, approximate = 0 }: Summary): boolean =>
  passed + failed + approximate === 0;

/** Which part of the work a run is, where the work was split. `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** All that one command found, and what it covered. `run.json` is this. */
export interface Run {
  readonly version: 1;
  readonly command: string;
  readonly contract: string;
  /** The file that the contract was read from, relative to the project, where it was one. */
  readonly contractFile?: string;
  readonly seed: number;
  readonly summary: Summary;
  readonly results: readonly Result[];
  readonly coverage?: Coverage;
  readonly shard?: Shard;
  /** What would void a pass: warnings of the run itself, worst first. */
  readonly warnings?: readonly string[];
  /** It was interrupted: what is here is what was known by then. */
  readonly interrupted?: true;
  /** Tells contracts of one name apart: equal contracts, equal text. Shards join only where it is equal. */
  readonly contractDigest?: string;
  /** Of a joined run: the runs that it was joined from. */
  readonly parts?: readonly RunPart[];
  /** The pacts, for a report in which they can be read. */
  readonly interactions?: readonly AgreedInteraction[];
  /** What can be told a broker: by provider and version, the outcome of each interaction of its pacts. */
  readonly brokerResults?: readonly BrokerResults[];
  /** Of exchanges that were observed: what of the contract was seen. */
  readonly seen?: SeenAtAll;
}

/** One of the runs that a run was joined from; its shards are one. */
export interface RunPart {
  /** What stands before the ids of its results. */
  readonly name?: string;
  readonly command: string;
  readonly contract: string;
  readonly seed: number;
  readonly summary: Summary;
}

/** A result of these findings: failed where one is an `error` or `breaking`. */
export const resultOf = (
  id: string,
  findings: readonly Finding[],
  details?: Readonly<Record<string, string>>,
): Result => ({
  id,
  status: findings.some(({ level }) => level === 'error' || level === 'breaking') ? 'failed' : 'passed',
  findings,
  ...(details === undefined ? {} : { details }),
});

/** A result that is shown at a file, where it has findings: of a run with several contracts each has its own. */
export function placedAt(result: Result, file: string | undefined): Result {
  if (file === undefined || result.findings.length === 0) return result;
  return { ...result, details: { file, ...result.details } };
}

/** A run of these results, counted. */
export function runOf(
  head: Pick<Run, 'command' | 'contract' | 'contractFile' | 'seed'>,
  results: readonly Result[],
  durationMs: number,
): Run {
  const count = (status: Status): number => results.filter((result) => result.status === status).length;
  const approximate = count('approximate');
  const summary = {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    ...(approximate === 0 ? {} : { approximate }),
    durationMs,
  };
  return { version: 1, ...head, summary, results };
}
