import { basename } from 'node:path';

/** The name of a page's model: that of its file, without the ending. */
export const stemOf = (file: string): string => basename(file).replace(/\.mdx?$/i, '');
