import type { AskedVersion } from './version';

/** A broker, which of its pacts are verified, and whether the results go back. */
export interface BrokerOptions extends AskedVersion {
  /** Where it is; that of `pactUrls` where it is not given. */
  readonly url?: string | undefined;
  /** Whose pacts; not needed where `pactUrls` names them. */
  readonly provider?: string | undefined;
  /** Pacts by their address, as a webhook gives it: these alone. */
  readonly pactUrls?: readonly string[] | undefined;
  /** Consumer version selectors, each as JSON. */
  readonly selectors?: readonly string[] | undefined;
  readonly enablePending?: boolean | undefined;
  readonly includeWipPactsSince?: string | undefined;
  /** No pact is no failure: a new provider has no consumer yet. */
  readonly allowNoPacts?: boolean | undefined;
  readonly publish?: boolean | undefined;
  /** Tags of the provider's version. */
  readonly tags?: readonly string[] | undefined;
  /** Which findings make a result a failure: those that break the pact, or those of the whole contract as well. */
  readonly resultsOf?: 'pact' | 'contract' | undefined;
  /** A file of certificates (PEM) that are trusted beside the usual ones. */
  readonly certificates?: string | undefined;
}
