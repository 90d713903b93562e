import type { Case } from '../../contract';

/** Whether a case was made of others: such are without end, and none is worth a line. */
export const isMutant = ({ id }: Pick<Case, 'id'>): boolean => /^mutant \d+$/.test(id);
