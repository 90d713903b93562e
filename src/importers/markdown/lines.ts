import { unescapeText, unmarked } from './text';

/** A line of a page outside of fenced code. */
export interface PageLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  /** The heading that it stands under, `''` before the first; of a heading, the heading itself. */
  readonly heading: string;
  /** How deep that heading is: 1 for `#`, 0 before the first. */
  readonly level: number;
  readonly isHeading: boolean;
}

const FENCE = /^\s*(`{3,}|~{3,})/;

/** Which lines are fenced code, the fences included. A fence that is never closed is none. */
function fenced(texts: readonly string[]): ReadonlySet<number> {
  const inside = new Set<number>();
  for (let index = 0; index < texts.length; index += 1) {
    const mark = FENCE.exec(texts[index] as string)?.[1];
    if (mark === undefined) continue;
    const end = texts.findIndex(
      (text, at) => at > index && text.trim().startsWith(mark) && /^[`~]+$/.test(text.trim()),
    );
    if (end < 0) continue;
    for (let at = index; at <= end; at += 1) inside.add(at);
    index = end;
  }
  return inside;
}

const HEADING = /^(#+)\s+(.*)$/;

/** A comment that is never closed is none. */
const COMMENT = /<!--[\s\S]*?-->/g;

/** Stands where a comment was: a line of nothing else is none, not a blank one, which would end a table. */
const GONE = '\u0001';

const textsOf = (page: string): string[] => page.replace(/^\uFEFF/, '').split(/\r\n?|\n/);

const withoutComments = (page: string): string =>
  page.includes('-->') ? page.replace(COMMENT, (comment) => comment.replace(/[^\r\n]+|^/g, GONE)) : page;

/** `## Properties ##` and `## Properties:` are `Properties`; PHP's titles are `# # Pet`. */
const headingWords = (words: string): string =>
  unescapeText(unmarked(words.replace(/^(?:#+\s+)+/, '').replace(/\s+#+\s*$/, '')));

/** The lines of a page, each with the heading over it; fenced code and comments are passed over. */
export function linesOf(page: string): PageLine[] {
  const texts = textsOf(withoutComments(page));
  const code = fenced(texts);
  let heading = '';
  let level = 0;
  return texts.flatMap((written, index) => {
    if (code.has(index) || (written.includes(GONE) && written.replaceAll(GONE, '').trim() === '')) return [];
    const text = written.replaceAll(GONE, '');
    const [, marks, words] = HEADING.exec(text) ?? [];
    if (marks !== undefined) {
      level = marks.length;
      heading = headingWords(words as string);
    }
    return [{ line: index + 1, text, heading, level, isHeading: marks !== undefined }];
  });
}

/** The text of fenced code in a page, for what only examples say. */
export function codeOf(page: string): string {
  const texts = textsOf(page);
  const code = fenced(texts);
  return texts.filter((_, index) => code.has(index)).join('\n');
}
