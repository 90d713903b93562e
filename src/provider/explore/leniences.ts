import type { Case } from '../../contract';

/**
 * Texts that are no JSON, and that common parsers read as they are set up by default: Python's `json` (NaN, UTF-16),
 * Jackson and Go's decoder (what comes behind the value), Newtonsoft (comments, quotes, numbers), Express (no body at
 * all). Whoever accepts them harms nobody: a receiver may be liberal. By the names that cases have for the text as a whole.
 */
export const LENIENCES: ReadonlySet<string> = new Set([
  'empty',
  'trailing data',
  'twice',
  'closing bracket too many',
  'trailing comma',
  'comment',
  'single quotes',
  'name without quotes',
  'NaN',
  'Infinity',
  'undefined',
  'leading zero',
  'plus sign',
  'number without digits behind the point',
  'hexadecimal number',
  'line end within text',
  'unknown escape',
  'UTF-16',
]);

/** Whether a service may as well accept what a case sends; then it must only not fail. */
export const isLenience = ({ id }: Case): boolean => id.startsWith('body ') && LENIENCES.has(id.slice('body '.length));
