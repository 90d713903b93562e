import type { Exchange } from './exchange';
import type { PactInteraction } from './pact-interaction';

/** An interaction that a live service answered as agreed. */
export interface Passed {
  readonly interaction: PactInteraction;
  readonly exchange: Exchange;
}
