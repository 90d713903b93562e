import type { BrokerResults, PactOutcome, PactResults } from './pact-results';

/** What several runs say of one interaction: the worst that was seen, and whatever was seen before what was not run. */
const RANKS: readonly PactOutcome['outcome'][] = ['broken', 'unverified', 'kept', 'not run'];

const worse = (left: PactOutcome, right: PactOutcome): PactOutcome =>
  RANKS.indexOf(right.outcome) < RANKS.indexOf(left.outcome) ? right : left;

function mergedBy<T>(items: readonly T[], keyOf: (item: T) => string, merge: (left: T, right: T) => T): T[] {
  const merged = new Map<string, T>();
  for (const item of items) {
    const before = merged.get(keyOf(item));
    merged.set(keyOf(item), before === undefined ? item : merge(before, item));
  }
  return [...merged.values()];
}

const joinedPact = (left: PactResults, right: PactResults): PactResults => ({
  ...left,
  outcomes: mergedBy([...left.outcomes, ...right.outcomes], ({ id }) => id, worse),
});

const joinedProvider = (left: BrokerResults, right: BrokerResults): BrokerResults => ({
  ...left,
  pacts: mergedBy([...left.pacts, ...right.pacts], ({ url }) => url, joinedPact),
});

const versionKey = ({ broker, provider, version, branch }: BrokerResults): string =>
  JSON.stringify([broker, provider, version, branch]);

/**
 * Joins what several runs can tell a broker: of shards, and of parts that each verify a part of one pact. Each version
 * of a provider stands for itself.
 */
export const joinBrokerResults = (results: readonly BrokerResults[]): BrokerResults[] =>
  mergedBy(results, versionKey, joinedProvider);

/** Tells whether all interactions of a pact were part of the run: of half of them there is no result. */
export const isWhole = ({ outcomes }: PactResults): boolean => outcomes.every(({ outcome }) => outcome !== 'not run');

/** Tells whether a pact is kept: each of its interactions was verified, and none is broken. */
export const isKept = ({ outcomes }: PactResults): boolean => outcomes.every(({ outcome }) => outcome === 'kept');
