/** Returns a text as a POSIX shell reads it as one word, whatever is in it: in single quotes. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Returns a word as a POSIX shell reads it: as it is where that is safe, otherwise in single quotes. */
export const shellWord = (word: string): string =>
  /^[\w./:=@%,#-]+$/.test(word) && !word.startsWith('#') ? word : shellQuoted(word);
