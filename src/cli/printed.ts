import { visible } from '../result';

/** A colour or its end, as picocolors writes them. */
const COLOR = new RegExp(`(${String.fromCharCode(27)}\\[\\d{1,2}m)`);

/**
 * Makes text fit for a terminal or a CI log, whoever wrote it: all that is printed for people passes here. What would act
 * is written as an escape; only colours of our own stay, where colours are shown.
 */
export function printed(text: string, isColored: boolean): string {
  if (!isColored) return visible(text);
  const parts = text.split(COLOR);
  return parts.map((part, index) => (index % 2 === 1 ? part : visible(part))).join('');
}
