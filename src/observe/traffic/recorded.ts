/** Header values by lower-case name. */
export type RecordedHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A message as it was recorded. */
interface RecordedMessage {
  /** Absent where the recorder kept none: nothing can be said of them then. */
  readonly headers?: RecordedHeaders;
  /** With its content coding undone; absent where the recorder kept none, `''` where there was none. */
  readonly body?: string | Buffer;
  /** Whether the recorder seems to have kept only the beginning of the body. */
  readonly isCut?: true;
}

/** A request as it was recorded. */
export interface RecordedRequest extends RecordedMessage {
  readonly method: string;
  readonly url: string;
}

/** An answer as it was recorded. */
export interface RecordedResponse extends RecordedMessage {
  readonly status: number;
  /** When it was whole, in milliseconds since the epoch by the recorder's clock. */
  readonly receivedAt?: number;
}

/** A call and its answer as somebody recorded them. */
export interface RecordedExchange {
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
  /** Where it stands: `traffic.har entry 12`. */
  readonly place: string;
  /** Where the body of the answer was masked: JSON pointers, of which nothing is said. */
  readonly masked?: readonly string[];
}

/** What a file of traffic holds, one after another. */
export type TrafficItem =
  | { readonly kind: 'exchange'; readonly exchange: RecordedExchange }
  /** It cannot be read: no JSON, or no exchange. */
  | { readonly kind: 'damaged'; readonly place: string; readonly reason: string }
  /** It is read, and there is nothing to judge, as where no answer came. */
  | { readonly kind: 'skipped'; readonly place: string; readonly reason: string }
  /** The file ends too early, as a sentence. */
  | { readonly kind: 'cut'; readonly sentence: string };

/** The value of a header, several joined as RFC 9110, section 5.2 has it; `''` where there is none. */
export function recordedHeader({ headers = {} }: RecordedMessage, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : (value ?? []).join(', ');
}
