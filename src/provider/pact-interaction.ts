import type { JsonObject, JsonValue } from '../contract';

/** A provider state as a pact names it. */
export interface PactState {
  readonly name: string;
  readonly params: JsonObject;
}

/** One interaction of a pact file, of any version of the specification that has HTTP in it. */
export interface PactInteraction {
  /** The description; longer where several interactions have the same one. */
  readonly id: string;
  /** The pact file that it stands in. */
  readonly file: string;
  readonly consumer: string;
  readonly provider: string;
  readonly description: string;
  readonly states: readonly PactState[];
  /** Pact V4: not yet promised, so that its failure is told but fails nothing. */
  readonly isPending: boolean;
  readonly method: string;
  readonly path: string;
  /** The status that the answer must have, where the pact says. */
  readonly status: number | undefined;
  /** As the file has it. */
  readonly written: JsonObject;
}

/** An interaction that is not HTTP: a message, or one of a plugin. It is told of, and not replayed. */
export type OtherInteraction = Pick<PactInteraction, 'id' | 'file' | 'consumer' | 'description' | 'states' | 'written'>;

/** A pact file: what its interactions have in common. */
export interface ReadPact {
  readonly file: string;
  readonly consumer: string;
  readonly provider: string;
  /** `metadata` as the file has it: it says which version of the specification the interactions are in. */
  readonly metadata: JsonValue;
  readonly interactions: readonly PactInteraction[];
  /** Interactions that are not HTTP: messages, or those of a plugin. */
  readonly notHttp: readonly OtherInteraction[];
}
