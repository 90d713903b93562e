/** Header values by lower-case name, as node:http gives them. */
export type HeaderFields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A request as it was sent. */
export interface SentRequest {
  readonly method: string;
  /** Path and query, as they stand on the request line. */
  readonly target: string;
  readonly headers: HeaderFields;
  readonly body: Buffer;
}

/** An answer as it came back. */
export interface ReceivedResponse {
  readonly status: number;
  readonly headers: HeaderFields;
  /** With its content encoding undone. */
  readonly body: Buffer;
  /** When it was whole, in milliseconds since the epoch; absent of answers that came over no wire. */
  readonly receivedAt?: number;
  /** In which ways its header contradicts itself, as sentences. */
  readonly flaws?: readonly string[];
}

/** One call to the live service: what was sent, and what came back, or why nothing did. */
export interface Exchange {
  readonly request: SentRequest;
  readonly response?: ReceivedResponse;
  /** Why there is no answer. */
  readonly failure?: string;
  /** What came back when the same request was sent once more. */
  readonly repeated?: ReceivedResponse;
}

/** The value of a header, several joined as RFC 9110, section 5.2 has it. */
export const headerOf = (headers: HeaderFields, name: string): string | undefined => {
  const value = headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(', ') : (value as string | undefined);
};

/** Whether a service did what it was asked for (RFC 9110, section 15.3). */
export const isSuccess = ({ status }: ReceivedResponse): boolean => status >= 200 && status < 300;
