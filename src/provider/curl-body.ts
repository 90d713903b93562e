import { printfOf, shellQuoted } from '../result';

/** A body as a shell command hands it to curl. */
export interface CurlBody {
  /** What stands before the command, and pipes the body into it; empty where the body is one of its words. */
  readonly before: string;
  readonly words: readonly string[];
}

/** Longer bodies are no word of a command: systems limit them (Linux to 128 KiB). */
const LONGEST_WORD = 16_384;

/** What a terminal or a reporter would not show as it is. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffd]/u;

/** Where the longest run of one byte begins and ends. A regular expression overflows the stack on megabytes. */
function longestRun(bytes: Buffer): readonly [number, number] {
  let longest: readonly [number, number] = [0, 0];
  for (let from = 0, to = 1; to <= bytes.length; to += 1) {
    if (bytes[to] === bytes[from]) continue;
    if (to - from > longest[1] - longest[0]) longest = [from, to];
    from = to;
  }
  return longest;
}

/** A body whose size alone matters: what stands around a run, and how long that is. */
function repeated(bytes: Buffer): string {
  const [from, to] = longestRun(bytes);
  const octal = (bytes[from] ?? 0).toString(8).padStart(3, '0');
  const run = [`head -c ${to - from} /dev/zero | tr '\\000' '\\${octal}'`];
  return `{ ${[printfOf(bytes.subarray(0, from)), ...run, printfOf(bytes.subarray(to))].join('; ')}; }`;
}

/** A body for curl, byte for byte. */
export function curlBody(bytes: Buffer): CurlBody {
  if (bytes.length === 0) return { before: '', words: [] };
  const text = bytes.toString('utf8');
  const isWord = bytes.length <= LONGEST_WORD && !UNSEEN.test(text);
  if (isWord) return { before: '', words: [`--data-raw ${shellQuoted(text)}`] };
  const source = bytes.length <= LONGEST_WORD ? printfOf(bytes) : repeated(bytes);
  return { before: `${source} | `, words: ['--data-binary @-'] };
}
