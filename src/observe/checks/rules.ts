/** A check of observed exchanges: the name that findings carry, and what it means. */
export interface ObserveRule {
  readonly id: string;
  readonly description: string;
}

/** The checks of observed exchanges that the validator does not have. */
export const OBSERVE_RULES: readonly ObserveRule[] = [
  { id: 'undocumented-path', description: 'A path was answered that the contract does not have.' },
  { id: 'undocumented-method', description: 'A path of the contract was answered for a method that it does not have.' },
  {
    id: 'undocumented-parameter',
    description: 'A request that succeeded has a query parameter that is not documented.',
  },
  {
    id: 'duplicate-member',
    description: 'An object of the answer has a member twice: readers take the one or the other.',
  },
  {
    id: 'lost-digits',
    description:
      'A number has digits that a double cannot hold: most readers of JSON get another one (RFC 8259, section 6).',
  },
  {
    id: 'invalid-request-accepted',
    description: 'A request that the contract does not allow was answered as one that succeeded.',
  },
];
