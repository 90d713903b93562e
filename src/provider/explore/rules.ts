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
  { id: 'created-is-new', description: 'What is created has an id of its own.', level: 'error' },
  { id: 'created-is-readable', description: 'What was created can be read.', level: 'error' },
  { id: 'created-is-listed', description: 'What was created is in the list.', level: 'error' },
  { id: 'listed-once', description: 'A list has each item once.', level: 'error' },
  { id: 'deleted-is-gone', description: 'What was deleted can neither be read nor is it listed.', level: 'error' },
  { id: 'others-stay', description: 'A call changes no other resource than the one that it names.', level: 'error' },
  { id: 'size-is-kept', description: 'A list has no more items than were asked for.', level: 'error' },
  { id: 'pages-repeat', description: 'No item is on two pages.', level: 'error' },
  { id: 'pages-lose', description: 'Pages put together have all items.', level: 'error' },
  { id: 'filter-matches', description: 'A filter gives only what matches it.', level: 'error' },
  { id: 'filter-loses', description: 'A filter loses nothing that matches it.', level: 'error' },
  { id: 'sort-sorts', description: 'A list is sorted as it was asked for.', level: 'error' },
  { id: 'other-caller', description: 'Another caller neither sees nor changes what is not theirs.', level: 'error' },
];
