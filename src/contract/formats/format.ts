/** Classes of values by name; the values are examples, the first the plainest. */
export interface ValuesByClass {
  readonly [className: string]: readonly string[];
}

/** A class of legal values that is often forgotten. */
export interface EdgeClass {
  /** Examples, the first the plainest. */
  readonly values: readonly string[];
  /** ECMA-262 source that tells the class's values among all values of the format. */
  readonly pattern: string;
}

/**
 * What a value of a format stands for, however it is spelled: a moment, a day, a time of day, an id without case, bytes,
 * an address, a mail box.
 */
export type Meaning = 'instant' | 'date' | 'time' | 'id' | 'bytes' | 'address' | 'mail';

/** A string format: what it is called, and its own valid, edge and invalid values. */
export interface StringFormat {
  /** The value of the `format` keyword. */
  readonly name: string;
  /** What a value is, for messages: "an RFC 3339 date-time". */
  readonly description: string;
  /** Absent where a value stands for nothing but itself. */
  readonly means?: Meaning;
  /** ECMA-262 source, anchored, true of every value of the format: what a matcher can say of it. */
  readonly pattern: string;
  /** ECMA-262 source of what is drawn at random, where the pattern allows much that no service sends and no parser takes. */
  readonly drawn?: string;
  /** The exact check. */
  readonly check: (text: string) => boolean;
  /** Plain values, as a service usually sends them. */
  readonly typical: readonly string[];
  /** Legal, and often forgotten. */
  readonly edge: { readonly [className: string]: EdgeClass };
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
