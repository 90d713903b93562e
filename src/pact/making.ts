import { type Definitions, fits, type JsonValue, type Operation, type Schema } from '../contract';
import type { Typical } from './example';

/** What requests are made with, beside their contract. */
export interface RequestMaking {
  /** Gives a plain value of a schema that is too narrow for the simplest ones. */
  readonly typical: Typical;
  /** Whether a schema, with what a request leaves out taken away, allows a value: the validator says it. */
  readonly accepts: (schema: Schema, definitions: Definitions, value: JsonValue) => boolean;
  /** Bodies that an operation may be sent, the plainest first, without end or with one. */
  readonly bodies: (operation: Operation) => Iterable<JsonValue>;
}

/** Makes requests of what the contract alone tells. */
export const PLAIN_MAKING: RequestMaking = { typical: () => undefined, accepts: fits, bodies: () => [] };
