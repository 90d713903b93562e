import { BESIDE } from './beside';
import { FAILING } from './failing';
import type { Mistake } from './mistake';
import { REFUSING } from './refusing';
import { TAKING } from './taking';
import { IN_VALUES } from './values';

export type { Mistake } from './mistake';
export { mistakenSchema } from './schema';

/** The usual mistakes: in what is given, in what is taken, in how it is refused, and in what else is done. */
export const MISTAKES: readonly Mistake[] = [...IN_VALUES, ...BESIDE, ...REFUSING, ...TAKING, ...FAILING];
