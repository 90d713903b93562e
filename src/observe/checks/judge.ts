import type { Contract, JsonValue, Model, Operation } from '../../contract';
import type { Finding } from '../../result';
import type { RecordedHeaders } from '../traffic/recorded';

type Body = string | Uint8Array | { readonly value: JsonValue };

interface Around {
  readonly request?: JsonValue;
}

/** What holds exchanges to the contract by its schemas and rules: the validator. */
export interface ExchangeJudge {
  readonly contract: Contract;
  sendable(model: Model, value: JsonValue): boolean;
  /** What is wrong with the status and the headers of an answer. */
  head(operationId: string, answer: { readonly status: number; readonly headers: RecordedHeaders }): Finding[];
  answer(
    operationId: string,
    answer: { readonly status: number; readonly headers: RecordedHeaders; readonly body: Body },
    around: Around,
  ): Finding[];
  response(operationId: string, status: number, body: Body, around: Around): Finding[];
  request(operationId: string, body: Body): Finding[];
}

/** What an update has to mean, of its request and its answer. */
export type MeaningJudge = (
  operation: Operation,
  exchange: { readonly request: JsonValue; readonly response: JsonValue; readonly receivedAt?: number },
) => Finding[];
