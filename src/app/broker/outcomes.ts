import type { Verified } from '../../provider';
import type { BrokerResults, Finding, PactOutcome, PactResults, Result } from '../../result';

const weighs = ({ level }: Finding): boolean => level === 'error' || level === 'breaking';

/** An answer that keeps its pact and breaks its contract, as a failure. */
function heldToContract(outcome: PactOutcome, { status, findings }: Result): PactOutcome {
  if (status !== 'failed' || outcome.outcome !== 'kept') return outcome;
  const mismatches = findings.filter(weighs).map(({ rule, pointer, message }) => ({ rule, pointer, message }));
  return { ...outcome, outcome: 'broken', mismatches };
}

/**
 * Returns the outcomes that count for a consumer. What a pact demands is what the consumer relies on; what else the
 * contract says counts only where a team wants it to.
 */
export function countedFor({ outcomes, results }: Verified, resultsOf: 'pact' | 'contract'): readonly PactOutcome[] {
  if (resultsOf === 'pact') return outcomes;
  const byId = new Map(results.map((result) => [result.id, result]));
  return outcomes.map((outcome) => {
    const result = byId.get(outcome.id);
    return result === undefined ? outcome : heldToContract(outcome, result);
  });
}

function warningOf({ consumer, consumerVersion = '', outcomes }: PactResults): string[] {
  const unverified = outcomes.filter(({ outcome }) => outcome === 'unverified');
  const [first] = unverified;
  if (first === undefined) return [];
  const pact = `${consumer} ${consumerVersion}`.trim();
  const reasons = [...new Set(unverified.map(({ reason }) => reason ?? 'nobody knows why'))];
  return [
    `${unverified.length} of ${outcomes.length} interactions of ${pact} were not verified, so that its result is no success: ${reasons.join('; ')}`,
  ];
}

/** Returns what keeps a pact from being a success though nothing in the run failed. */
export const unverifiedWarnings = ({ pacts }: BrokerResults): string[] => pacts.flatMap(warningOf);
