import { isSeen } from './visible';

/** Returns a text as a POSIX shell reads it as one word, whatever is in it: in single quotes. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Returns the `printf` command (POSIX) that writes bytes: what cannot be read stands there in octal. */
export function printfOf(bytes: Buffer): string {
  const format = Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    if (character === '%') return '%%';
    if (character === '\\') return '\\\\';
    return byte >= 0x20 && byte < 0x7f ? character : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  // A format that begins with a dash would be taken for an option.
  return `printf ${format[0] === '-' ? '-- ' : ''}${shellQuoted(format.join(''))}`;
}

/** Returns bytes as one word in one line of visible characters; a shell drops the line ends at their end. */
export function shellBytes(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return /^[\x20-\x7e]*$/.test(text) ? shellQuoted(text) : `"$(${printfOf(bytes)})"`;
}

/**
 * Returns a word as a POSIX shell reads it: as it is where that is safe, in single quotes where it can be read in one line,
 * otherwise written by `printf`.
 */
export function shellWord(word: string): string {
  if (/^[\w./:=@%,#-]+$/.test(word) && !word.startsWith('#')) return word;
  return isSeen(word) || word.endsWith('\n') ? shellQuoted(word) : shellBytes(Buffer.from(word));
}
