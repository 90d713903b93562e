import type { ImportedDocument } from '../../importers';

/** The names of the states of operations, each once. */
export const stateNames = (operations: ImportedDocument['operations']): string[] => [
  ...new Set(
    Object.values(operations).flatMap(({ responses }) =>
      Object.values(responses).flatMap(({ states = [] }) => states.map(({ name }) => name)),
    ),
  ),
];
