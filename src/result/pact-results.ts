import type { Finding } from './finding';

/** What became of one interaction of a broker's pact, held to the pact alone. */
export interface PactOutcome {
  /** The id of its result in the run. */
  readonly id: string;
  /** What the broker calls it. */
  readonly interactionId?: string;
  /** `not run`: it was no part of this run. `unverified`: it was, and nobody knows whether it is kept. */
  readonly outcome: 'kept' | 'broken' | 'unverified' | 'not run';
  /** What breaks the pact. */
  readonly mismatches: readonly Pick<Finding, 'rule' | 'pointer' | 'message'>[];
  /** Why it was not verified. */
  readonly reason?: string;
}

/** The outcomes of one pact of a broker, all its interactions with them. */
export interface PactResults {
  readonly consumer: string;
  readonly consumerVersion?: string;
  readonly provider: string;
  /** Where the pact lies. */
  readonly url: string;
  /** Where its result goes; none of a pact that lies elsewhere than at a broker. */
  readonly publishUrl?: string;
  readonly isPending: boolean;
  readonly outcomes: readonly PactOutcome[];
  /** What the broker wants to be said, by the moment: `after_verification:success_true_published_true`. */
  readonly notices: readonly { readonly when: string; readonly text: string }[];
}

/** What a run can tell a broker, whether or not it is published. */
export interface BrokerResults {
  /** Of the broker, without credentials. */
  readonly broker: string;
  readonly provider: string;
  readonly version?: string;
  readonly branch?: string;
  readonly tags: readonly string[];
  readonly buildUrl?: string;
  readonly pacts: readonly PactResults[];
}
