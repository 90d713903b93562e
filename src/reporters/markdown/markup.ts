import { oneLine, visible } from '../../result';

/** Text that stands in Markdown as it is, in tables too: nothing of it is markup. */
export const plain = (text: string): string =>
  oneLine(text).replace(/[\\`*_[\]<>|~&#@!$]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A block of code with a fence that is longer than any in it. */
export function codeBlock(text: string, language = ''): string {
  const shown = visible(text);
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** A table; its cells are Markdown already. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
