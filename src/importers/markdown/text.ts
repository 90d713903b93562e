import { decode } from 'he';

/** Only entities that end in `;`: in a query string, `&not` is no sign. */
const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/gi;

/** Entities (also `\&quot;`), and Markdown's escapes, as the text that they stand for. */
export const unescapeText = (text: string): string =>
  text
    .replace(/\\(?=&)/g, '')
    .replace(ENTITY, (entity) => decode(entity))
    .replace(/\\([\\`*_{}[\]()#+.!|"'<>~-])/g, '$1');

/** Prose of a cell: as {@link unescapeText} gives it, line breaks as spaces. */
export const prose = (cell: string): string => unescapeText(cell.replace(/<br\s*\/?>/gi, ' ')).trim();

/** Without tags, stars, backticks and strokes around it: what a name or a heading says. */
export const unmarked = (text: string): string =>
  text
    .replace(/<\/?a\b[^>]*>/gi, '')
    .replace(/~~/g, '')
    .trim()
    .replace(/^\*\*(.*)\*\*$/s, '$1')
    .replace(/^`(.*)`$/s, '$1')
    .trim();

/** A name without what generators change about it: case, and what is neither letter nor digit. */
export const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
