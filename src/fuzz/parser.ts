/** What a parser is told of a response beside its body. */
export interface ParserResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The request that the response answers: none of it may turn up in what is read. */
  readonly request: { readonly body: string };
}

/** A response parser: gives what it read, or a promise of it; refuses by throwing, or by rejecting the promise. */
export type ParseFunction = (body: string, response: ParserResponse) => unknown;
