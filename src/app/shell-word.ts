/** A word as a POSIX shell reads it: as it is where that is safe, otherwise in single quotes. */
export const shellWord = (word: string): string =>
  /^[\w./:=@%,#-]+$/.test(word) && !word.startsWith('#') ? word : `'${word.replaceAll("'", `'\\''`)}'`;
