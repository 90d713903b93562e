import { declaredError } from './declared-error';
import { faithful } from './faithful';
import type { Oracle } from './oracle';
import { verdict } from './verdict';

export { NOTHING } from './oracle';

/** What is asked about every case, in the order in which complaints are listed. */
export const ORACLES: readonly Oracle[] = [verdict, declaredError, faithful];
