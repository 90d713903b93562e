/** What a document, a rule name or an answer may hold: a title for the terminal, colours, a command for CI, half a pair. */
export const HOSTILE =
  'x\u001b]0;PWNED\u0007\u001b[31m\u009b2J\u202e\r\n::error::injected\n  ::warning::too\n##[error]x\ud800';

/** What may not stand in what is printed: controls, and lines that a CI system obeys. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  ['a control', /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/],
  ['a mark of direction', /[\u202a-\u202e\u2066-\u2069]/],
  ['half a pair of surrogates', /\p{Surrogate}/u],
  ['a command of GitHub', /^\s*::(?:error|warning|set-output)/m],
  ['a command of Azure', /##(?:vso)?\[/],
];

/** Names what in a text would act instead of being read; `clean` where nothing does. */
export function harmIn(text: string): string {
  const found = FORBIDDEN.filter(([, pattern]) => pattern.test(text)).map(([name, pattern]) => {
    const at = text.search(pattern);
    return `${name} in ${JSON.stringify(text.slice(Math.max(0, at - 20), at + 40))}`;
  });
  return found.length === 0 ? 'clean' : found.join('; ');
}
