import { acceptsNothing } from './accepts-nothing';
import { answers } from './answers';
import { channel } from './channel';
import { declaredError } from './declared-error';
import { faithful } from './faithful';
import { inputModified } from './input-modified';
import type { Oracle } from './oracle';
import { prototypePolluted } from './prototype-polluted';
import { verdict } from './verdict';

export { complaintsOf } from './differences';
export { NOTHING, type Observation } from './oracle';

/** What is asked about every case, in the order in which complaints are listed. */
export const ORACLES: readonly Oracle[] = [
  prototypePolluted,
  inputModified,
  answers,
  channel,
  verdict,
  declaredError,
  acceptsNothing,
  faithful,
];
