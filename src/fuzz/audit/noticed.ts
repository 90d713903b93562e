import type { Case } from '../../contract';
import type { Chamber } from '../chambers';
import type { Complaint } from '../complaint';
import type { Plan } from '../plan';

/** The case that a mistake was noticed with, and what was said of it. */
export interface Noticed {
  readonly testCase: Case;
  readonly complaints: readonly Complaint[];
}

/** Most mistakes are noticed with one of the first cases; none is left alone with so many at once. */
const MOST_AT_ONCE = 64;

/** The first case of these numbers of the plan that is complained of: few are tried at first, then more at once. */
export async function firstNoticed(
  chamber: Pick<Chamber, 'examine'>,
  plan: Plan,
  numbers: readonly number[],
): Promise<Noticed | undefined> {
  let size = 1;
  for (let start = 0; start < numbers.length; ) {
    const batch = numbers.slice(start, start + size);
    const found = await chamber.examine(batch);
    const index = found.findIndex(({ length }) => length > 0);
    if (index >= 0) return { testCase: plan.at(batch[index] as number).testCase, complaints: found[index] ?? [] };
    start += size;
    size = Math.min(size * 2, MOST_AT_ONCE);
  }
  return undefined;
}
