import type { Operator } from '../operator';
import { ANSWERS } from './answers';
import { INSTANTS } from './instants';
import { LISTS } from './lists';
import { MEMBERS } from './members';
import { NUMBERS } from './numbers';
import { TEXTS } from './texts';
import { TYPES } from './types';

/** The operators that published tools change answers by, and those on instants, which they lack. */
export const OPERATORS: readonly Operator[] = [
  ...MEMBERS,
  ...TYPES,
  ...NUMBERS,
  ...TEXTS,
  ...INSTANTS,
  ...LISTS,
  ...ANSWERS,
];
