/** A check of the validator: the name that findings carry, and what it means. */
export interface ValidatorCheck {
  readonly id: string;
  readonly description: string;
}

/** Every check that a finding of the validator may name. Rules of a contract come beside them, under their own ids. */
export const VALIDATOR_CHECKS: readonly ValidatorCheck[] = [
  { id: 'not-utf8', description: 'The body is not UTF-8, which JSON between systems must be (RFC 8259, section 8.1).' },
  {
    id: 'not-json',
    description: 'The body is not JSON: HTML, cut off, empty, with a byte order mark or more after it.',
  },
  { id: 'too-deep', description: 'The body is nested deeper than it can be judged.' },
  { id: 'wire-names', description: 'The body is right, but its members are named in the other naming.' },
  { id: 'type', description: 'The value is of a type that the schema does not allow.' },
  { id: 'required', description: 'A required member is missing.' },
  { id: 'enum', description: 'The value is none of the listed ones.' },
  { id: 'format', description: 'The text is not of its format, such as an RFC 3339 date-time.' },
  { id: 'pattern', description: 'The text does not match its pattern.' },
  { id: 'length', description: 'The text is shorter or longer than allowed, in Unicode code points.' },
  { id: 'limit', description: 'The number is out of its bounds, or no multiple; all digits of an int64 count.' },
  { id: 'items', description: 'The array has fewer or more items than allowed.' },
  { id: 'unique', description: 'The array has an item twice.' },
  { id: 'unknown-property', description: 'The object has a member that it may not have.' },
  { id: 'properties', description: 'The object has fewer or more members than allowed.' },
  { id: 'union', description: 'The value fits several alternatives of which exactly one must hold.' },
  { id: 'unexpected-status', description: 'The operation answered with a status that the contract does not have.' },
  { id: 'content-type', description: 'The Content-Type is not the one of the contract.' },
  { id: 'header', description: 'A header of the answer is missing or is not as its schema says.' },
];
