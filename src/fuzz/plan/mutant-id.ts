import type { Case } from '../../contract';

/** The id of a mutant, by its number from 1 up. */
export const mutantId = (count: number): string => `mutant ${count}`;

/** The number of the mutant with an id; `undefined` where the id is of another case. */
export function mutantCount(id: string): number | undefined {
  const [, count] = /^mutant (\d+)$/.exec(id) ?? [];
  return count === undefined ? undefined : Number(count);
}

/** Whether a case was made of others: such are without end, and none is worth a line. */
export const isMutant = ({ id }: Pick<Case, 'id'>): boolean => mutantCount(id) !== undefined;
