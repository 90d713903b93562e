import { commandless } from '../result';

/** What JSON takes as it is, and a terminal obeys or hides: DEL, the controls of C1, marks of direction, line separators. */
const UNSEEN = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A value as indented JSON that can be printed on any terminal: it means the same. */
export const jsonText = (value: unknown, indent = 2): string =>
  commandless(JSON.stringify(value, null, indent).replace(UNSEEN, escaped));
