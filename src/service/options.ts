import type { Case, JsonValue, Model, Schema } from '../contract';
import type { Finding } from '../result';

/** Whether bodies are what the contract allows; a validator does. */
export interface Judge {
  accepts(model: Model, value: JsonValue): boolean;
  /** What is wrong with the body of a request that is sent as a media type. */
  request(operationId: string, body: Uint8Array, mediaType?: string): readonly Finding[];
}

/** Cases of the successful answer of an operation. */
export type CasesOf = (operationId: string) => Iterable<Case>;

/** What the service needs beside the contract, and how it is to behave. */
export interface ServiceOptions {
  readonly judge: Judge;
  /** Accept cases, the plainest first: what the service holds before any state is set up. */
  readonly cases: CasesOf;
  /** A plain value of a schema: what the document gives as example, where it does. */
  readonly example: (schema: Schema) => JsonValue;
  /** What a caller must show; {@link TOKEN} where it is not given. */
  readonly token?: string | undefined;
  /** Its departure is planted into every successful answer of the operation. */
  readonly fault?: ((operationId: string) => Case | undefined) | undefined;
  /** Each successful answer is the next of these cases, over and over, instead of what the service keeps. */
  readonly vary?: CasesOf | undefined;
}

/** The token of a service that was given none. */
export const TOKEN = 'local-token';
