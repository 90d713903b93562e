import type { Definitions, JsonObject, JsonValue, Property, UpdateSemantics } from '../../contract';

/** A successful update as it was seen: what was before, what was sent, what came back. */
export interface SeenUpdate {
  readonly update: UpdateSemantics;
  /** The members that the answer's schema declares. */
  readonly properties: readonly Property[];
  readonly definitions: Definitions;
  readonly request: JsonObject;
  /** The resource before the update; absent where no state said. */
  readonly before?: JsonObject;
  /** Whether a state set it up; else it is what the update before answered. */
  readonly isSetUp?: boolean;
  readonly response: JsonObject;
  /** When the answer was there, in milliseconds since the epoch; absent where nobody looked at a clock. */
  readonly receivedAt?: number;
  /** The answer to the same request sent once more. */
  readonly repeated?: JsonObject;
}

/** A place at which an update did not mean what the contract says. */
export interface MeaningProblem {
  readonly pointer: string;
  /** A sentence that goes on from the rule's. */
  readonly message: string;
  readonly expected: JsonValue | undefined;
  readonly actual: JsonValue | undefined;
}

/** What an update must mean, beyond what a schema can say. */
export interface MeaningRule {
  readonly id: string;
  readonly description: string;
  /** `error`: it breaks the contract. `warning`: it is suspicious. */
  readonly level: 'error' | 'warning';
  readonly check: (seen: SeenUpdate) => MeaningProblem[];
}
