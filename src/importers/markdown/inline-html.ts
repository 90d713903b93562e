const MARKS = /<\/?(?:b|strong|i|em|code|tt|u|s|del|sup|sub|small|span|nobr|p)(?:\s[^<>]*)?>/gi;
const ANCHOR = /<\/?a\b[^<>]*>/gi;
const LINK = /<a\s[^<>]*?href=["']?([^"'<>\s]*)["']?[^<>]*>([^<>]*)<\/a>/gi;

/**
 * A cell whose tags of HTML are Markdown, or gone: `<a href="Pet.md"><b>Pet</b></a>` is `[Pet](Pet.md)`. Only where a tag
 * is closed are there tags: in `List<b>`, the `b` is a type.
 */
export function withoutTags(cell: string): string {
  const unbroken = cell.replace(/<br\s*\/?>/gi, ' ');
  if (!unbroken.includes('</')) return unbroken;
  return unbroken.replace(MARKS, '').replace(LINK, '[$2]($1)').replace(ANCHOR, '');
}
