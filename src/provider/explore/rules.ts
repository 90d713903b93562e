/** A rule of exploring: the name that findings carry, and what it means. */
export interface ExploreRule {
  readonly id: string;
  readonly description: string;
  /** `error`: it breaks the contract. `warning`: it is suspicious. */
  readonly level: 'error' | 'warning';
}

/** What is asked of the answers to generated calls, beside all that is asked of any answer. */
export const EXPLORE_RULES: readonly ExploreRule[] = [
  { id: 'valid-update-refused', description: 'An update that the contract allows succeeds.', level: 'error' },
  { id: 'invalid-request-accepted', description: 'A request that the contract forbids is refused.', level: 'error' },
  {
    id: 'invalid-request-status',
    description: 'A request that the contract forbids is refused with a status that it has for that.',
    level: 'error',
  },
  {
    id: 'refusal-names-field',
    description: 'The refusal of a request names the member that is not valid.',
    level: 'warning',
  },
  {
    id: 'refusal-names-another',
    description: 'The refusal of a request names no valid members instead of the one that is not.',
    level: 'error',
  },
  { id: 'refused-update-changes', description: 'A call that was refused has changed nothing.', level: 'error' },
  {
    id: 'not-refused',
    description: 'Callers without valid credentials, unknown resources and unreadable bodies are refused as agreed.',
    level: 'error',
  },
  { id: 'server-error', description: 'No call makes the service fail with a 5xx.', level: 'error' },
  { id: 'html', description: 'No refusal is an HTML page.', level: 'error' },
];
