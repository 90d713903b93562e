/** Classes of values by name; the values are examples, the first the plainest. */
export interface ValuesByClass {
  readonly [className: string]: readonly string[];
}

/** A string format: what it is called, and its own valid, edge and invalid values. */
export interface StringFormat {
  /** The value of the `format` keyword. */
  readonly name: string;
  /** What a value is, for messages: "an RFC 3339 date-time". */
  readonly description: string;
  /** ECMA-262 source, anchored, true of every value of the format: what a matcher can say of it. */
  readonly pattern: string;
  /** The exact check, where the validator's library is wrong about the format. */
  readonly check?: (text: string) => boolean;
  /** Plain values, as a service usually sends them. */
  readonly typical: readonly string[];
  /** Legal, and often forgotten. */
  readonly edge: ValuesByClass;
  /** Not of the format. */
  readonly reject: ValuesByClass;
  /** What the standard leaves open, each with the reason. */
  readonly either?: { readonly [className: string]: { readonly values: readonly string[]; readonly reason: string } };
}

/** An integer format: its inclusive bounds. */
export interface IntegerFormat {
  readonly name: string;
  readonly description: string;
  readonly minimum: bigint;
  readonly maximum: bigint;
}
